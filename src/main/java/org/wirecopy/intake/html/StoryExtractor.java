package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;

/** Takes the story out of a parsed page. The page is used up: what is not the story is removed. */
final class StoryExtractor {
  private StoryExtractor() {}

  /** Body, pictures and what was taken out on the way. */
  record Story(List<Block> body, List<Picture> pictures, List<Element> dropped) {}

  static Story extract(Document page, String headline) {
    Element body = page.body();
    Boilerplate.dropHidden(body, new Weights(body));
    List<Element> dropped = new ArrayList<>(Boilerplate.dropNamed(body, new Weights(body)));
    Weights weights = new Weights(body);
    List<Element> found = new StoryFinder(body, weights).find();
    StoryCleaner cleaner = new StoryCleaner(weights);
    List<Block> blocks = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    for (Element element : found) {
      dropped.addAll(cleaner.clean(element));
      HtmlBlocks read = HtmlBlocks.of(element);
      blocks.addAll(read.blocks());
      pictures.addAll(read.pictures());
    }
    return new Story(blocks, pictures, dropped);
  }
}
