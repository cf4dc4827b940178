package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Picture;

/** Pictures that a page or a Markdown file names by a path. */
class NamedPicturesTest {
  private static final byte[] PIER = png(640, 480);
  private static final String STORY =
      "<p>The port of Ellery stayed shut for a second day on Friday as gales kept ferries at their"
          + " berths, and the weather service expects no change before Saturday night.</p>"
          + "<p>Two containers that fell from a barge on Thursday were found in shallow water,"
          + " and divers are to look for a third when the wind allows it.</p>";

  private final List<String> asked = new ArrayList<>();

  @Test
  void aSavedPageShowsThePicturesThatWereSavedWithIt() {
    Reading.Articles read =
        read(
            "storm.html",
            "<html><head><link rel=canonical href='https://news.example/a/storm'></head><body>"
                + "<h1>Storm closes Ellery port</h1><figure><img src='./Storm_files/pier.png'"
                + " data-src='https://cdn.example/pier.png' alt='A pier'>"
                + "<figcaption>The pier on Friday</figcaption></figure>"
                + STORY
                + "<img src='more/tide.jpg'></body></html>",
            Map.of("Storm_files/pier.png", PIER));

    List<Picture> pictures = read.articles().get(0).pictures();
    assertThat(pictures.get(0).caption()).isEqualTo("The pier on Friday");
    assertThat(pictures.get(0).alt()).isEqualTo("A pier");
    assertThat(pictures.get(0).href()).isNull();
    assertThat(read.media()).containsOnlyKeys(pictures.get(0).media().digest());
    assertThat(pictures.subList(1, pictures.size()))
        .extracting(Picture::href)
        .containsExactly("https://news.example/a/more/tide.jpg");
  }

  @Test
  void aPageThatStoodNowhereAsksForItsPicturesAndGoesWithoutThoseThatAreNotThere() {
    Reading.Articles read =
        read(
            "storm.html",
            "<html><body><h1>Storm closes Ellery port</h1><img src='tide.jpg'>"
                + STORY
                + "</body></html>",
            Map.of());

    assertThat(asked).containsExactly("tide.jpg");
    assertThat(read.articles().get(0).pictures()).isEmpty();
  }

  @Test
  void aPictureThatStandsInThePageItselfIsTaken() {
    Reading.Articles read =
        read(
            "storm.html",
            "<html><body><h1>Storm closes Ellery port</h1><figure><img src='data:image/png;base64,"
                + Base64.getEncoder().encodeToString(PIER)
                + "'><figcaption>The pier</figcaption></figure>"
                + STORY
                + "<img alt=spinner src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"
                + "<img src='data:image/svg+xml;base64,PHN2Zy8+'></body></html>",
            Map.of());

    List<Picture> pictures = read.articles().get(0).pictures();
    assertThat(pictures).hasSize(1);
    assertThat(pictures.get(0).caption()).isEqualTo("The pier");
    assertThat(read.media()).containsOnlyKeys(pictures.get(0).media().digest());
    assertThat(asked).isEmpty();
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void markdownShowsTheFilesThatItNames() {
    Reading.Articles read =
        read(
            "storm.md",
            "# Storm closes Ellery port\n\nThe port stayed shut.\n\n"
                + "![A pier](pier.png \"The pier on Friday\")\n\n![](https://cdn.example/x.jpg)\n",
            Map.of("pier.png", PIER));

    List<Picture> pictures = read.articles().get(0).pictures();
    assertThat(pictures).hasSize(2);
    assertThat(pictures.get(0).caption()).isEqualTo("The pier on Friday");
    assertThat(pictures.get(0).media().width()).isEqualTo(640);
    assertThat(pictures.get(1).href()).isEqualTo("https://cdn.example/x.jpg");
    assertThat(read.media()).hasSize(1);
  }

  @Test
  void whatIsNoPictureIsLeftOutWithItsName() {
    Reading.Articles read =
        read(
            "storm.md",
            "# Storm closes Ellery port\n\nThe port stayed shut.\n\n![](pier.png)\n\n![](map.svg)\n",
            Map.of(
                "pier.png", "<html>Not found</html>".getBytes(StandardCharsets.UTF_8),
                "map.svg", "<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8)));

    assertThat(read.articles().get(0).pictures()).isEmpty();
    assertThat(read.media()).isEmpty();
    assertThat(read.warnings())
        .containsExactly(
            "A picture was left out, since it is no JPEG, PNG, GIF or WebP: pier.png",
            "A picture was left out, since it is no JPEG, PNG, GIF or WebP: map.svg");
  }

  private Reading.Articles read(String name, String text, Map<String, byte[]> files) {
    Beside beside =
        new Beside() {
          @Override
          public boolean has(String file) {
            return files.containsKey(file);
          }

          @Override
          public byte @Nullable [] bytes(String file) {
            asked.add(file);
            return files.get(file);
          }
        };
    Source source =
        new Source(
            name,
            text.getBytes(StandardCharsets.UTF_8),
            Instant.parse("2026-11-23T10:00:00Z"),
            ZoneOffset.UTC,
            null,
            beside);
    return (Reading.Articles) Readers.standard().read(source);
  }

  private static byte[] png(int width, int height) {
    byte[] png = new byte[60];
    byte[] head = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    System.arraycopy(head, 0, png, 0, head.length);
    png[18] = (byte) (width >> 8);
    png[19] = (byte) width;
    png[22] = (byte) (height >> 8);
    png[23] = (byte) height;
    return png;
  }
}
