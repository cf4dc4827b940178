package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;

/** Takes the story out of a parsed page. The page is used up: what is not the story is removed. */
final class StoryExtractor {
  private StoryExtractor() {}

  /** Body, pictures and what was taken out on the way. */
  record Story(List<Block> body, List<Picture> pictures, List<Element> dropped) {}

  static Story extract(Document page, String headline, @Nullable String description) {
    Element body = page.body();
    Boilerplate.dropHidden(body, new Weights(body));
    Weights all = new Weights(body);
    List<Block> lead = Lead.of(body, all, headline, description);
    List<Element> dropped = new ArrayList<>(Boilerplate.dropNamed(body, all));
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
    return new Story(led(lead, LineRules.cleaned(blocks, headline)), pictures, dropped);
  }

  /** Puts the stand-first before the body if it is not already there. */
  private static List<Block> led(List<Block> lead, List<Block> body) {
    if (lead.isEmpty() || body.isEmpty()) {
      return body;
    }
    List<Block> all = new ArrayList<>();
    for (Block block : lead) {
      boolean there =
          body.stream()
              .limit(8)
              .anyMatch(
                  other ->
                      Headlines.alike(other.text(), block.text()) > 0.8
                          || other.text().contains(block.text()));
      if (!there) {
        all.add(Block.paragraph(block.text()));
      }
    }
    all.addAll(body);
    return all;
  }
}
