package org.wirecopy.intake;

import java.util.List;
import java.util.Locale;

/** Which names a picture file has. What it is its content says; this says what it is meant as. */
public final class PictureNames {
  /** Endings of the kinds that go out, as cameras and editors write them. */
  public static final List<String> SENT =
      List.of(".jpg", ".jpeg", ".png", ".gif", ".webp", ".JPG", ".PNG");

  /** How browsers end the name of the folder that they save with a page. */
  public static final List<String> PAGE_FOLDERS = List.of("_files", ".files", "-Dateien");

  private static final List<String> MEANT =
      List.of(
          ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".tif", ".tiff", ".bmp", ".heic",
          ".avif");

  private PictureNames() {}

  /** True if a path leads into a folder that a browser saved with a page. */
  public static boolean isInPageFolder(String path) {
    int slash = path.indexOf('/');
    return slash > 0 && PAGE_FOLDERS.stream().anyMatch(path.substring(0, slash)::endsWith);
  }

  /** True if the name ends like a picture's, sent or not. */
  public static boolean isPicture(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1
        && name.length() - dot <= 5
        && MEANT.contains(name.substring(dot).toLowerCase(Locale.ROOT));
  }
}
