package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Source;

/**
 * Reads NewsML-G2 (IPTC): every text item of a message, with the pictures that come with it. Items
 * of other kinds (concepts, plans, packages, sound) hold no article.
 */
public final class NewsmlG2Reader extends XmlReader {
  private static final Set<String> ROOTS =
      Set.of(
          "newsMessage",
          "newsItem",
          "packageItem",
          "conceptItem",
          "knowledgeItem",
          "planningItem",
          "catalogItem");

  private static final Map<String, String> KINDS =
      Map.of(
          "packageItem", "a package that refers to others",
          "conceptItem", "a concept",
          "knowledgeItem", "a list of concepts",
          "planningItem", "a plan of coverage",
          "catalogItem", "a catalogue");

  @Override
  public String format() {
    return "NewsML-G2";
  }

  @Override
  boolean isRoot(XmlElement root) {
    return ROOTS.contains(root.name());
  }

  @Override
  void read(XmlElement root, Source source, Stories found) throws Unreadable {
    List<XmlElement> items = root.is("newsItem") ? List.of(root) : root.all("newsItem");
    List<XmlElement> texts = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    for (XmlElement item : items) {
      NewsmlG2Item one = new NewsmlG2Item(item);
      if (one.isText()) {
        texts.add(item);
      } else if (one.isPicture()) {
        one.picture().ifPresent(pictures::add);
      }
    }
    if (texts.isEmpty()) {
      throw new Unreadable(
          "NO_ARTICLE",
          "The file holds no article but " + kind(root) + ".",
          null,
          "Drop the article that it belongs to.");
    }
    for (XmlElement text : texts) {
      WireStory story =
          new WireStory(source, texts.size() == 1 ? "" : "item on line " + text.line());
      new NewsmlG2Item(text).read(story);
      if (texts.size() == 1) {
        pictures.forEach(story::picture);
      }
      found.add(story);
    }
  }

  /** What a message without text holds, in an editor's words. */
  private static String kind(XmlElement root) {
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      if (root.is(kind.getKey()) || root.first(kind.getKey()) != null) {
        return kind.getValue();
      }
    }
    for (XmlElement item : root.is("newsItem") ? List.of(root) : root.all("newsItem")) {
      String named = new NewsmlG2Item(item).kind();
      if (named != null) {
        return "an item of the kind " + WireText.shortened(named);
      }
    }
    return "an empty message";
  }
}
