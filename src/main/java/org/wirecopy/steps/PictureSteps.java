package org.wirecopy.steps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Reading;
import org.wirecopy.media.MediaStore;

/** The step of the route {@code intake} that keeps the pictures of a file. */
public final class PictureSteps {
  private static final long MEGABYTE = 1L << 20;

  private final @Nullable MediaStore store;
  private final long largest;
  private final int most;

  /**
   * @param store where pictures are kept; null to keep none and only say what would be
   * @param largest size of a picture in bytes above which it is left out
   * @param most how many pictures of ours a story takes
   */
  public PictureSteps(@Nullable MediaStore store, long largest, int most) {
    this.store = store;
    this.largest = largest;
    this.most = most;
  }

  /**
   * Keeps the pictures that came with a file, within the bounds; what is beyond them is left out
   * with a warning.
   *
   * @return the articles as they go on, without the bytes
   * @throws IOException if a picture cannot be kept now: the file is then tried again later
   */
  public Reading.Articles keep(@Body Reading.Articles read) throws IOException {
    Map<String, byte[]> media = read.media();
    if (media.isEmpty()) {
      return read;
    }
    List<String> warnings = new ArrayList<>(read.warnings());
    List<Article> articles = new ArrayList<>();
    for (Article article : read.articles()) {
      articles.add(bounded(article, warnings));
    }
    if (store != null) {
      for (String digest : digests(articles)) {
        byte[] bytes = media.get(digest);
        if (bytes != null) {
          store.keep(digest, bytes);
        }
      }
    }
    return new Reading.Articles(read.format(), articles, warnings);
  }

  private Article bounded(Article article, List<String> warnings) {
    List<Picture> pictures = new ArrayList<>();
    int kept = 0;
    int tooMany = 0;
    for (Picture picture : article.pictures()) {
      Picture.Media media = picture.media();
      if (media != null && media.bytes() > largest) {
        warnings.add(
            "A picture of "
                + (media.bytes() + MEGABYTE - 1) / MEGABYTE
                + " MB was left out, since the setting wirecopy.media.largest allows less.");
        without(picture, pictures);
      } else if (media != null && kept == most) {
        tooMany++;
        without(picture, pictures);
      } else {
        kept += media == null ? 0 : 1;
        pictures.add(picture);
      }
    }
    if (tooMany > 0) {
      warnings.add(
          (tooMany == 1 ? "A picture was" : tooMany + " pictures were")
              + " left out, since the setting wirecopy.media.most allows "
              + most
              + ".");
    }
    return pictures.equals(article.pictures())
        ? article
        : article.toBuilder().pictures(pictures).build();
  }

  /** What is left of a picture whose file is left out: its caption, or its address on the web. */
  private static void without(Picture picture, List<Picture> left) {
    if (picture.caption() != null || picture.href() != null) {
      left.add(
          new Picture(picture.caption(), picture.credit(), picture.alt(), picture.href(), null));
    }
  }

  private static Set<String> digests(List<Article> articles) {
    Set<String> digests = new HashSet<>();
    for (Article article : articles) {
      for (Picture picture : article.pictures()) {
        if (picture.media() != null) {
          digests.add(picture.media().digest());
        }
      }
    }
    return digests;
  }
}
