package org.wirecopy.intake;

import java.util.List;
import java.util.Locale;

/** Which names a picture file has. What it is its content says; this says what it is meant as. */
public final class PictureNames {
  /** Endings of the kinds that go out, as cameras and editors write them. */
  public static final List<String> SENT =
      List.of(".jpg", ".jpeg", ".png", ".gif", ".webp", ".JPG", ".PNG");

  private static final List<String> MEANT =
      List.of(
          ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".tif", ".tiff", ".bmp", ".heic",
          ".avif");

  private PictureNames() {}

  /** True if the name ends like a picture's, sent or not. */
  public static boolean isPicture(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1
        && name.length() - dot <= 5
        && MEANT.contains(name.substring(dot).toLowerCase(Locale.ROOT));
  }
}
