package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.PictureBytes;
import org.wirecopy.intake.Reading;

class PictureBytesTest {
  private static final String TEXT =
      "Ferries sail again\n\nBy Ana Moor\n\nThe first ferry left at dawn, after three days of storm.\n";

  private final PictureBytes pictures = new PictureBytes();

  @Test
  void aPictureThatNoPageShowsIsLeftOutByName() {
    byte[] drawing = "%!PS-Adobe a drawing".getBytes(StandardCharsets.US_ASCII);

    assertThat(pictures.keep("word/media/map.emf", drawing, null, null)).isEmpty();

    assertThat(pictures.warnings())
        .containsExactly(
            "A picture was left out, since it is no JPEG, PNG, GIF or WebP: word/media/map.emf");
  }

  @Test
  void picturesBeyondTheMostAreLeftOutByNameWhileTheStoryGoesOn() {
    Zips zips = new Zips().with("a.txt", TEXT);
    for (int i = 0; i < 75; i++) {
      byte[] png = Arrays.copyOf(Zips.png(), 64);
      png[63] = (byte) i;
      zips.with("p%02d.png".formatted(i), png);
    }

    Reading.Articles articles = Drops.articles("a.zip", zips.bytes());

    assertThat(articles.media()).hasSize(50);
    assertThat(articles.articles().get(0).pictures()).hasSize(50);
    assertThat(articles.warnings()).hasSize(21);
    assertThat(articles.warnings().get(0)).contains("at most 50").endsWith(": p50.png");
    assertThat(articles.warnings().get(20)).isEqualTo("5 more pictures were left out.");
  }

  @Test
  void aSpacerIsLeftOutWithoutAWord() {
    byte[] spacer = Zips.png();
    spacer[18] = 0;
    spacer[19] = 1;

    assertThat(pictures.keep("spacer.png", spacer, null, null)).isEmpty();
    assertThat(pictures.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "VP8X, 00000000 7f0200 df0100, 640, 480",
    "VP8L, 2f 7fc27700, 640, 480",
    "VP8 , 000000 9d012a 8002 e001, 640, 480",
    "XXXX, 00000000 7f0200 df0100, 0, 0",
  })
  void theSizeOfAWebpStandsInItsFirstChunk(String chunk, String hex, int width, int height) {
    byte[] head =
        ("RIFF----WEBP" + (chunk + " ").substring(0, 4) + "----")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] data = java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
    byte[] webp = Arrays.copyOf(head, 40);
    System.arraycopy(data, 0, webp, 20, data.length);

    Picture.Media media = pictures.keep("pier.webp", webp, null, null).orElseThrow().media();

    assertThat(List.of(media.width(), media.height())).containsExactly(width, height);
    assertThat(media.contentType()).isEqualTo("image/webp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C:\\Users\\ana\\pier.jpg|",
        "/home/ana/pier.png|",
        "pier.jpg|",
        "The pier. Description automatically generated|The pier.",
        "A boat Description automatically generated with low confidence|A boat",
        "The pier on Friday|The pier on Friday",
      })
  void whatProgramsWriteForWantOfAnAlternativeIsLeftOut(String alt, String kept) {
    Picture picture = pictures.keep("pier.png", Zips.png(), null, alt).orElseThrow();

    assertThat(picture.alt()).isEqualTo(kept);
  }
}
