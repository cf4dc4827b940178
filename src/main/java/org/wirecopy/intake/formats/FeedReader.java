package org.wirecopy.intake.formats;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.Source;
import org.wirecopy.intake.StoryEnd;
import org.wirecopy.intake.html.HtmlBlocks;

/**
 * Reads RSS 0.9x to 2.0, RSS 1.0 (RDF) and Atom (RFC 4287): one article per entry, at most {@value
 * #MOST_ENTRIES}. An entry's identity is its guid or id, else its link; an entry that comes twice
 * is taken once; one without headline or text is left out with a warning.
 */
public final class FeedReader extends XmlReader {
  /** The most entries that are read of one feed; what is beyond is told in a warning. */
  public static final int MOST_ENTRIES = 5_000;

  private static final Pattern APPEARED =
      Pattern.compile(
          "(?iu)\\s*(?:(?:the|this) (?:post|article|story) .{0,300} (?:first )?appeared (?:first )?on .{1,120}"
              + "|der beitrag .{0,300} erschien zuerst auf .{1,120}"
              + "|l['’]article .{0,300} est apparu en premier sur .{1,120}"
              + "|la entrada .{0,300} (?:se publicó primero en|aparece primero en) .{1,120}"
              + "|(?:l['’]articolo|il post) .{0,300} proviene da .{1,120}"
              + "|o post .{0,300} apareceu primeiro em .{1,120})",
          Pattern.DOTALL);

  @Override
  public String format() {
    return "feed";
  }

  @Override
  boolean isRoot(XmlElement root) {
    return root.is("rss", "RDF") || (root.is("feed") && !root.namespace().contains("nar"));
  }

  @Override
  void read(XmlElement root, Source source, Stories found) throws Unreadable {
    XmlElement channel = root.child("channel");
    XmlElement feed = channel == null ? root : channel;
    List<XmlElement> entries = root.all(root.is("feed") ? "entry" : "item");
    Unreadable first = null;
    int read = 0;
    for (XmlElement entry : entries) {
      if (++read > MOST_ENTRIES) {
        found.warn(
            "Only the first "
                + MOST_ENTRIES
                + " entries were read; left out: "
                + (entries.size() - MOST_ENTRIES));
        break;
      }
      try {
        WireStory story = new WireStory(source, entries.size() == 1 ? "" : "entry " + read);
        entry(entry, feed, story);
        found.add(story);
      } catch (Unreadable e) {
        first = first == null ? e : first;
        found.warn(
            "Entry "
                + read
                + " (line "
                + entry.line()
                + ") was left out: "
                + e.rejection().problem());
      }
    }
    if (found.size() == 0 && first != null) {
      throw first;
    }
  }

  private static void entry(XmlElement entry, XmlElement feed, WireStory story) throws Unreadable {
    String link = link(entry);
    story.id(entry.textAt("guid"));
    if (story.id() == null) {
      story.id(entry.textAt("id"));
    }
    if (story.id() == null) {
      story.id(entry.value("about"));
    }
    if (story.id() == null) {
      story.id(link);
    }
    story.href(link);
    story.headline(title(entry));
    for (String name : List.of("pubDate", "published", "issued", "date", "updated", "modified")) {
      XmlElement date = entry.child(name);
      story.date(date == null ? null : date.words());
    }
    authors(entry, feed, story);
    for (XmlElement category : entry.children("category")) {
      String term = category.value("term");
      story.topics().subject(null, term == null ? category.words() : term, category.value("label"));
    }
    story.language(entry.attribute("xml:lang"));
    story.language(feed.attribute("xml:lang"));
    story.language(feed.textAt("language"));
    XmlElement original = entry.child("source");
    story.rights().supplier(original == null ? null : plainTitle(original));
    story.rights().supplier(plainTitle(feed));
    story.rights().copyrightNotice(text(entry, "rights"));
    story.rights().copyrightNotice(text(feed, "copyright"));
    story.rights().copyrightNotice(text(feed, "rights"));
    content(entry, link == null ? "" : link, story);
    media(entry, story);
  }

  private static void authors(XmlElement entry, XmlElement feed, WireStory story) {
    List<XmlElement> authors = entry.children("author");
    if (authors.isEmpty()) {
      authors = entry.children("creator");
    }
    if (authors.isEmpty() && feed.is("feed")) {
      authors = feed.children("author");
    }
    List<String> names =
        authors.stream()
            .map(author -> author.child("name") == null ? author.text() : author.textAt("name"))
            .map(FeedReader::withoutAddress)
            .filter(name -> !name.isBlank())
            .toList();
    if (!names.isEmpty()) {
      story
          .article()
          .byline(names.size() == 1 ? Bylines.of(names.get(0)) : Bylines.ofAuthors(names));
    }
  }

  /** RSS writes {@code address (Name)}; addresses of persons stay in the house. */
  private static String withoutAddress(@Nullable String author) {
    if (author == null) {
      return "";
    }
    String text = author.strip();
    int bracket = text.indexOf('(');
    if (text.contains("@")) {
      return bracket > 0 && text.endsWith(")")
          ? text.substring(bracket + 1, text.length() - 1)
          : "";
    }
    return text;
  }

  private static @Nullable String title(XmlElement entry) {
    XmlElement title = entry.child("title");
    if (title == null) {
      return null;
    }
    String type = title.value("type");
    if ("xhtml".equals(type)) {
      return XmlHtml.blocks(title).text().replace('\n', ' ');
    }
    String text = title.text();
    boolean markup = type != null ? type.contains("html") : looksEscaped(text);
    return markup ? HtmlBlocks.ofFragment(text, "").text().replace('\n', ' ') : text;
  }

  private static @Nullable String plainTitle(XmlElement holder) {
    return holder.is("source") && holder.child("title") == null ? holder.words() : title(holder);
  }

  private static boolean looksEscaped(String text) {
    return text.contains("&")
        && text.matches("(?s).*&(?:#\\d{2,5}|#x[0-9a-fA-F]{2,5}|[a-z]{2,8});.*");
  }

  private static @Nullable String text(XmlElement holder, String name) {
    XmlElement found = holder.child(name);
    return found == null ? null : found.words();
  }

  private static @Nullable String link(XmlElement entry) {
    String other = null;
    for (XmlElement link : entry.children("link")) {
      String href = link.value("href");
      String address = WireText.webLink(href == null ? link.text() : href);
      String rel = link.value("rel");
      if (address != null && (rel == null || rel.equals("alternate"))) {
        return address;
      }
      other = other == null && rel == null ? address : other;
    }
    XmlElement guid = entry.child("guid");
    if (other == null && guid != null && !"false".equals(guid.value("isPermaLink"))) {
      return WireText.webLink(guid.text());
    }
    return other;
  }

  /** The whole text if the entry has it, else its description. */
  private static void content(XmlElement entry, String base, WireStory story) {
    XmlElement full = null;
    for (XmlElement part : entry.elements()) {
      boolean text = part.is("encoded") || (part.is("content") && part.attribute("url") == null);
      if (text && full == null && part.words() != null) {
        full = part;
      }
    }
    XmlElement brief = entry.child("summary");
    brief = brief == null ? entry.child("description") : brief;
    HtmlBlocks body = full == null ? null : blocks(full, base);
    if (body != null && !body.blocks().isEmpty()) {
      if (brief != null) {
        story.summary(blocks(brief, base).text());
      }
    } else if (brief != null) {
      body = blocks(brief, base);
    }
    if (body != null) {
      story.body(published(body.blocks()));
      story.struck(body);
      body.pictures().forEach(story::picture);
    }
  }

  /** Without what a content system says below the text of where it appeared first. */
  private static List<Block> published(List<Block> blocks) {
    int end = StoryEnd.of(blocks);
    while (end > 1 && APPEARED.matcher(blocks.get(end - 1).text()).matches()) {
      end--;
    }
    return blocks.subList(0, end);
  }

  private static HtmlBlocks blocks(XmlElement content, String base) {
    String type = content.value("type");
    boolean xhtml = !content.elements().isEmpty() && (type == null || type.contains("xhtml"));
    if (xhtml || !content.elements().isEmpty()) {
      return XmlHtml.blocks(content);
    }
    if ("text".equals(type) || "text/plain".equals(type)) {
      return new HtmlBlocks(Paragraphs.of(content.text()), List.of(), false);
    }
    return HtmlBlocks.ofFragment(content.text(), base);
  }

  private static final Set<String> PICTURES = Set.of("content", "thumbnail", "enclosure");

  /** Pictures of Media RSS and enclosures. */
  private static void media(XmlElement entry, WireStory story) {
    for (XmlElement part : entry.elements()) {
      if (part.is("group")) {
        media(part, story);
      }
      String type = part.value("type");
      String medium = part.value("medium");
      boolean picture =
          (type != null && type.toLowerCase(Locale.ROOT).startsWith("image/"))
              || "image".equals(medium);
      String href = WireText.webLink(part.attribute("url"));
      if (PICTURES.contains(part.name()) && picture && href != null) {
        story.picture(
            new Picture(text(part, "description"), text(part, "credit"), null, href, null));
      }
    }
  }
}
