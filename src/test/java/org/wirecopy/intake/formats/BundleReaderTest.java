package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Reading;

class BundleReaderTest {
  private static final String TEXT =
      "Ferries sail again\n\nBy Ana Moor\n\nThe first ferry left at dawn, after three days of storm.\n";

  @Test
  void joinsTheArticleAndItsPictures() {
    Reading.Articles articles =
        Drops.articles(
            "sports/a.zip",
            new Zips()
                .with("story/a.txt", TEXT)
                .with("story/pier.png", Zips.png())
                .with("story/pier.png.txt", "The pier at dawn.\n")
                .with("__MACOSX/story/._a.txt", "litter")
                .with("story/.DS_Store", "litter")
                .bytes());

    Article article = articles.articles().get(0);
    assertThat(article.headline()).isEqualTo("Ferries sail again");
    Picture picture = article.pictures().get(0);
    assertThat(picture.caption()).isEqualTo("The pier at dawn.");
    assertThat(articles.media()).containsOnlyKeys(picture.media().digest());
  }

  @Test
  void aPictureThatThePageWithinShowsHasItsCaptionAndComesOnce() {
    byte[] zip =
        new Zips()
            .with("storm/tide.png", Zips.png())
            .with(
                "storm/a.html",
                "<html><body><h1>Ferries sail again</h1><p>"
                    + "The first ferry left at dawn, after three days of storm. ".repeat(9)
                    + "</p><figure><img src='tide.png'><figcaption>High tide</figcaption></figure>"
                    + "</body></html>")
            .bytes();

    Article article = Drops.article("a.zip", zip);

    assertThat(article.pictures()).hasSize(1);
    assertThat(article.pictures().get(0).caption()).isEqualTo("High tide");
    assertThat(article.pictures().get(0).media().width()).isEqualTo(640);
  }

  @Test
  void readsAWordDocumentWithin() {
    byte[] word =
        Zips.word("<w:p><w:r><w:t>Ferries</w:t></w:r></w:p><w:p><w:r><w:t>Calm.</w:t></w:r></w:p>")
            .bytes();

    assertThat(Drops.article("a.zip", new Zips().with("a.docx", word).bytes()).headline())
        .isEqualTo("Ferries");
  }

  @Test
  void aPictureIsToldByItsContent() {
    Reading reading =
        Drops.read(
            "a.zip", new Zips().with("a.txt", TEXT).with("pier.jpg", "MZ no picture").bytes());

    assertThat(((Reading.Rejected) reading).rejection().code()).isEqualTo("MULTIPLE_ARTICLES");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.txt",
        "/etc/a.txt",
        "C:\\a.txt",
        "x\\..\\..\\a.txt",
        "x/../a.txt",
        "a\u0001.txt"
      })
  void refusesNamesThatLeadOut(String name) {
    assertThat(Drops.rejection("a.zip", new Zips().with(name, TEXT).bytes()).code())
        .isEqualTo("ZIP_UNSAFE_PATH");
  }

  @Test
  void refusesWhatHoldsNoSingleArticle() {
    assertThat(Drops.rejection("a.zip", new Zips().bytes()).code()).isEqualTo("NO_ARTICLE");
    assertThat(Drops.rejection("a.zip", new Zips().with("p.png", Zips.png()).bytes()).code())
        .isEqualTo("NO_ARTICLE");
    assertThat(
            Drops.rejection("a.zip", new Zips().with("a.txt", TEXT).with("b.txt", TEXT).bytes())
                .problem())
        .contains("a.txt, b.txt");
    byte[] inner = new Zips().with("a.txt", TEXT).bytes();
    assertThat(Drops.rejection("a.zip", new Zips().with("b.zip", inner).bytes()).code())
        .isEqualTo("ZIP_NESTED");
  }

  @Test
  void refusesBombsBeforeTheyUnpack() {
    byte[] bomb = new Zips().with("a.txt", new byte[30 << 20]).bytes();
    Zips many = new Zips();
    for (int i = 0; i < 2_100; i++) {
      many.with(i + ".txt", "x");
    }

    assertThat(Drops.rejection("a.zip", bomb).code()).isEqualTo("ZIP_BOMB");
    assertThat(Drops.rejection("a.zip", many.bytes()).code()).isEqualTo("TOO_MANY_ENTRIES");
  }

  @Test
  void aSizeThatLiesIsFoundOut() {
    byte[] zip = new Zips().with("a.txt", new byte[5_000]).bytes();
    int central = find(zip, 0x02014b50);
    zip[central + 24] = 100;
    zip[central + 25] = 0;

    assertThat(Drops.rejection("a.zip", zip).code()).isEqualTo("ZIP_BOMB");
  }

  @Test
  void saysWhatIsWrongWithADamagedArchive() {
    byte[] zip = new Zips().with("a.txt", TEXT).bytes();
    byte[] locked = zip.clone();
    locked[find(zip, 0x02014b50) + 8] |= 1;
    byte[] damaged = zip.clone();
    damaged[find(zip, 0x02014b50) + 16] ^= 1;

    assertThat(Drops.rejection("a.zip", Arrays.copyOf(zip, zip.length - 10)).code())
        .isEqualTo("INCOMPLETE");
    assertThat(Drops.rejection("a.zip", locked).code()).isEqualTo("ENCRYPTED");
    assertThat(Drops.rejection("a.zip", damaged).code()).isEqualTo("ZIP_MALFORMED");
  }

  private static int find(byte[] bytes, int signature) {
    for (int i = 0; ; i++) {
      if ((bytes[i] & 0xFF) == (signature & 0xFF)
          && bytes[i + 1] == (byte) (signature >> 8)
          && bytes[i + 2] == (byte) (signature >> 16)
          && bytes[i + 3] == (byte) (signature >> 24)) {
        return i;
      }
    }
  }
}
