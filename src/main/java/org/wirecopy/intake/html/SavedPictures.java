package org.wirecopy.intake.html;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.wirecopy.intake.Beside;
import org.wirecopy.intake.LocalPictures;
import org.wirecopy.intake.PictureNames;

/**
 * The pictures that a browser saved with a page: its {@code <img>} name them by a path beside it.
 */
final class SavedPictures {
  private static final List<String> LAZY = List.of("data-src", "data-lazy-src", "data-original");

  private SavedPictures() {}

  /**
   * Marks the images whose file lies beside the page, and those whose file can lie nowhere else: a
   * browser named them, or the page does not say where it stood on the web.
   */
  static void mark(Document page, Beside beside) {
    boolean homeless = page.baseUri().isEmpty();
    for (Element image : page.select("img[src]")) {
      String path = LocalPictures.path(image.attr("src"));
      boolean lazy = LAZY.stream().anyMatch(image::hasAttr);
      if (path != null
          && (beside.has(path) || PictureNames.isInPageFolder(path) || (homeless && !lazy))) {
        LAZY.forEach(image::removeAttr);
        image.attr("src", LocalPictures.marked(path));
      }
    }
  }
}
