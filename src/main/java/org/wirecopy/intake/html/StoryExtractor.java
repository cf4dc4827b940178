package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;

/** Takes the story out of a parsed page. The page is used up: what is not the story is removed. */
final class StoryExtractor {
  private StoryExtractor() {}

  /**
   * What was found.
   *
   * @param subhead the stand-first, if it stands apart from the body
   * @param body the story's blocks
   * @param pictures pictures and captions among them
   * @param lines the blocks before lines that are not the story's were taken out
   * @param boxes what was taken off the page on the way
   * @param struck true if struck-out text was left out of it
   */
  record Story(
      @Nullable String subhead,
      List<Block> body,
      List<Picture> pictures,
      List<Block> lines,
      List<Element> boxes,
      boolean struck) {

    int letters() {
      return body.stream().mapToInt(block -> block.text().length()).sum();
    }
  }

  /**
   * Takes the story out of a page.
   *
   * @param byName false to leave boxes on the page that are only named as foreign to the story
   */
  static Story extract(
      Document page, String headline, @Nullable String description, boolean byName) {
    Element body = page.body();
    Boilerplate.dropHidden(body, new Weights(body));
    Weights all = new Weights(body);
    List<Block> lead = Lead.of(body, all, headline, description);
    List<Element> dropped = new ArrayList<>();
    if (byName) {
      dropped.addAll(Boilerplate.dropNamed(body, all));
    }
    Weights weights = new Weights(body);
    List<Element> found = new StoryFinder(body, weights, heading(body, headline)).find();
    StoryCleaner cleaner = new StoryCleaner(weights);
    List<Block> blocks = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    boolean struck = false;
    for (Element element : found) {
      dropped.addAll(cleaner.clean(element));
      HtmlBlocks read = HtmlBlocks.of(element);
      blocks.addAll(read.blocks());
      pictures.addAll(read.pictures());
      struck |= read.struck();
    }
    List<Block> story = LineRules.cleaned(blocks, headline);
    return new Story(subhead(lead, story), story, pictures, blocks, dropped, struck);
  }

  private static @Nullable Element heading(Element body, String headline) {
    Element best = null;
    double bestMatch = 0.6;
    for (Element h1 : body.select("h1")) {
      double match = Headlines.alike(h1.text(), headline);
      if (match > bestMatch) {
        best = h1;
        bestMatch = match;
      }
    }
    return best;
  }

  /** The stand-first in one line, unless the body begins with it. */
  private static @Nullable String subhead(List<Block> lead, List<Block> body) {
    String words = lead.stream().map(Block::text).collect(Collectors.joining(" "));
    if (words.isEmpty()) {
      return null;
    }
    boolean there =
        body.stream()
            .limit(8)
            .map(Block::text)
            .anyMatch(text -> Headlines.alike(text, words) > 0.8 || text.contains(words));
    return there ? null : words;
  }
}
