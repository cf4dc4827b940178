package org.wirecopy.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Picture;

/** An article joined with the picture files that lie with it. */
public final class Illustrated {
  private Illustrated() {}

  /**
   * Gives the first article the pictures. They take the captions that it has for pictures in order;
   * a picture that it shows already comes once.
   *
   * @param files as {@link PictureBytes#keep} gave them
   * @param bytes where they were kept
   */
  public static Reading.Articles with(
      Reading.Articles reading, List<Picture> files, PictureBytes bytes) {
    List<Article> all = new ArrayList<>(reading.articles());
    Article first = all.get(0);
    List<Picture> pictures = new ArrayList<>(first.pictures());
    int next = 0;
    for (Picture file : files) {
      if (shows(pictures, file.media())) {
        continue;
      }
      while (next < pictures.size() && !waits(pictures.get(next))) {
        next++;
      }
      if (next < pictures.size() && file.caption() == null) {
        Picture caption = pictures.get(next);
        pictures.set(
            next,
            new Picture(caption.caption(), caption.credit(), caption.alt(), null, file.media()));
      } else {
        pictures.add(file);
      }
    }
    all.set(0, first.toBuilder().pictures(pictures).build());
    Map<String, byte[]> media = new LinkedHashMap<>(reading.media());
    media.putAll(bytes.media());
    List<String> warnings = new ArrayList<>(reading.warnings());
    warnings.addAll(bytes.warnings());
    return new Reading.Articles(reading.format(), all, warnings, media);
  }

  private static boolean shows(List<Picture> pictures, Picture.@Nullable Media media) {
    return pictures.stream()
        .anyMatch(picture -> picture.media() != null && picture.media().equals(media));
  }

  private static boolean waits(Picture picture) {
    return picture.media() == null && picture.href() == null;
  }
}
