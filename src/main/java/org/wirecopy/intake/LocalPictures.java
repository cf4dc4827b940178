package org.wirecopy.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Picture;

/**
 * Pictures that an article names by a path instead of an address on the web. Until they are {@link
 * #resolve resolved} they have an address that no picture on the web can have (RFC 6761, section
 * 6.4).
 */
public final class LocalPictures {
  private static final String HOST = "https://beside.invalid/";
  private static final int LONGEST = 1_000;

  private LocalPictures() {}

  /**
   * The path of a picture file that an article names, from its folder downwards; null if the
   * reference leads to the web, or out of the folder.
   *
   * @param reference as it stands in the article, percent-encoded or not
   */
  public static @Nullable String path(String reference) {
    String bare = reference.strip();
    if (bare.isEmpty() || bare.length() > LONGEST || bare.startsWith("/") || bare.contains("\\")) {
      return null;
    }
    String path = decoded(bare);
    return path == null ? null : within(path.startsWith("./") ? path.substring(2) : path);
  }

  /** The path, or null if it is no picture's or does not stay in the folder. */
  private static @Nullable String within(String path) {
    if (!PictureNames.isPicture(path)) {
      return null;
    }
    for (String folder : path.split("/", -1)) {
      boolean odd = folder.indexOf('\0') >= 0 || folder.indexOf('\\') >= 0;
      if (folder.isEmpty() || folder.startsWith(".") || odd) {
        return null;
      }
    }
    return path;
  }

  private static @Nullable String decoded(String reference) {
    try {
      URI uri = new URI(reference);
      return uri.isAbsolute() || uri.getRawAuthority() != null ? null : uri.getPath();
    } catch (URISyntaxException notEncoded) {
      boolean address = reference.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
      return address ? null : reference;
    }
  }

  /** The address of such a path until it is resolved. */
  public static String marked(String path) {
    try {
      return HOST + new URI(null, null, "/" + path, null).getRawPath().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** The path that was marked, or null if the address is another. */
  static @Nullable String unmarked(@Nullable String href) {
    if (href == null || !href.startsWith(HOST)) {
      return null;
    }
    try {
      return within(new URI(href).getPath().substring(1));
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /**
   * Puts the files themselves in the place of paths. A picture whose file is not there keeps its
   * words; without words it is left out.
   */
  public static List<Picture> resolve(List<Picture> pictures, Beside beside, PictureBytes bytes) {
    List<Picture> resolved = new ArrayList<>(pictures.size());
    for (Picture picture : pictures) {
      String href = picture.href();
      if (href == null || !href.startsWith(HOST)) {
        resolved.add(picture);
        continue;
      }
      String path = unmarked(href);
      byte[] content = path == null ? null : beside.bytes(path);
      Picture.Media media =
          path == null || content == null
              ? null
              : bytes.keep(path, content, null, null).map(Picture::media).orElse(null);
      if (media != null || picture.caption() != null || picture.alt() != null) {
        resolved.add(new Picture(picture.caption(), picture.credit(), picture.alt(), null, media));
      }
    }
    return resolved;
  }
}
