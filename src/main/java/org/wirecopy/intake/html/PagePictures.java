package org.wirecopy.intake.html;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.Beside;
import org.wirecopy.intake.LocalPictures;
import org.wirecopy.intake.PictureNames;

/**
 * The pictures that were saved with a page: those that its {@code <img>} name by a path beside it,
 * and those that stand in it as {@code data:} (RFC 2397).
 */
final class PagePictures implements Beside {
  private static final List<String> LAZY = List.of("data-src", "data-lazy-src", "data-original");
  private static final Pattern INLINE =
      Pattern.compile("data:image/(jpeg|png|gif|webp);base64,", Pattern.CASE_INSENSITIVE);
  private static final String FOLDER = "pictures within the page/";
  private static final int MOST_INLINE = 200;

  private final Beside files;
  private final Map<String, String> inline = new HashMap<>();

  PagePictures(Beside files) {
    this.files = files;
  }

  /**
   * Marks the images that are within the page, those whose file lies beside it, and those whose
   * file can lie nowhere else: a browser named them, or the page does not say where it stood on the
   * web. The same page is marked in the same way each time.
   */
  void mark(Document page) {
    boolean homeless = page.baseUri().isEmpty();
    int number = 0;
    for (Element image : page.select("img[src]")) {
      String source = image.attr("src").strip();
      Matcher data = INLINE.matcher(source);
      boolean lazy = LAZY.stream().anyMatch(image::hasAttr);
      String path = null;
      if (data.lookingAt()) {
        // with a lazy image it is the blur that is shown until the picture comes
        if (!lazy && number < MOST_INLINE) {
          path = FOLDER + ++number + "." + data.group(1);
          inline.put(path, source.substring(data.end()));
        }
      } else {
        path = LocalPictures.path(source);
        boolean here =
            path != null
                && (files.has(path) || PictureNames.isInPageFolder(path) || (homeless && !lazy));
        path = here ? path : null;
      }
      if (path != null) {
        LAZY.forEach(image::removeAttr);
        image.attr("src", LocalPictures.marked(path));
      }
    }
  }

  @Override
  public boolean has(String name) {
    return inline.containsKey(name) || files.has(name);
  }

  @Override
  public byte @Nullable [] bytes(String name) {
    String data = inline.get(name);
    return data == null ? files.bytes(name) : decoded(data);
  }

  /** A damaged one is no picture, and is told of as such. */
  private static byte[] decoded(String data) {
    try {
      return Base64.getMimeDecoder().decode(data.replace("%2B", "+").replace("%2F", "/"));
    } catch (IllegalArgumentException damaged) {
      return new byte[0];
    }
  }
}
