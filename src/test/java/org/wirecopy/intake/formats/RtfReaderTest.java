package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Span;
import org.wirecopy.intake.Reading;

class RtfReaderTest {
  private static final String HEAD =
      "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}{\\f1\\fcharset204 Arial CYR;}}\n"
          + "{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}{\\s1 Title;}"
          + "{\\s2 heading 1;}{\\s3 Quote;}{\\s4 caption;}{\\*\\cs5 Strong;}}\n"
          + "{\\info{\\title SECRET}{\\author SECRET}}";

  private static String rtf(String text) {
    return HEAD + text + "}";
  }

  private static Article article(String text) {
    return Drops.article("a.rtf", rtf(text).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String titled(String text) {
    return "\\pard\\s1 Ferries sail again\\par\n\\pard " + text;
  }

  @Test
  void tellsHeadlineBylineDateAndPlaceApart() {
    Article article =
        article(
            titled(
                "By Ana Moor\\par March 14, 2026\\par\n"
                    + "SANDHAVEN \\emdash  The first ferry\n left at dawn.\\par"));

    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(article.byline().names()).containsExactly("Ana Moor");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-14T00:00+01:00"));
    assertThat(article.dateline().place()).isEqualTo("SANDHAVEN");
    assertThat(Drops.body(article)).containsExactly("SANDHAVEN — The first ferry left at dawn.");
    assertThat(article.toString()).doesNotContain("SECRET");
  }

  @Test
  void readsQuotesAndLettersOfEveryCodePage() {
    Article article =
        article(
            titled(
                "\\'93Calm\\'94 it\\'92s \\u8211\\'96 \\'a35 \\uc2\\u8364\\'3f\\'3f {\\f1\\'cc\\'ee\\'f0\\'e5} "
                    + "\\uc1\\u-10179?\\u-8694? \\ldblquote so\\rdblquote\\par"));

    assertThat(Drops.body(article)).containsExactly("“Calm” it’s – £5 € Море \uD83D\uDE0A “so”");
  }

  @Test
  void rawWindowsQuotesAreReadToo() {
    Article article = article(titled("\u0093Calm\u0094 it\u0092s, M\u00fcller said.\\par"));

    assertThat(Drops.body(article)).containsExactly("“Calm” it’s, Müller said.");
  }

  @Test
  void keepsSubheadsListsQuotesAndCaptions() {
    Article article =
        article(
            titled(
                "It was calm.\\par\\pard\\s2 What is next\\par"
                    + "\\pard\\ls1{\\listtext\\'b7\\tab}first\\par"
                    + "{\\listtext\\pard\\plain 1.\\tab}\\pard\\ls2 one\\par"
                    + "\\pard\\s3 We waited long.\\par\\pard\\s4 The pier at dawn.\\par"));

    assertThat(article.body())
        .extracting(Block::kind)
        .containsExactly(
            Block.Kind.PARAGRAPH,
            Block.Kind.SUBHEAD,
            Block.Kind.BULLET,
            Block.Kind.NUMBERED,
            Block.Kind.QUOTE);
    assertThat(Drops.body(article).get(2)).isEqualTo("first");
    assertThat(article.pictures()).containsExactly(Picture.captioned("The pier at dawn."));
  }

  @Test
  void keepsEmphasisAndSafeLinks() {
    Article article =
        article(
            titled(
                "{\\b Bold} and {\\i slanted} "
                    + "{\\field{\\*\\fldinst{HYPERLINK \"https://coast.example/x\"}}{\\fldrslt here}} "
                    + "{\\field{\\*\\fldinst{HYPERLINK \"javascript:x\"}}{\\fldrslt there}}.\\par"));

    assertThat(article.body().get(0).text()).isEqualTo("Bold and slanted here there.");
    assertThat(article.body().get(0).spans())
        .contains(
            new Span("Bold", Span.Style.STRONG, null),
            new Span("slanted", Span.Style.EMPHASIS, null),
            new Span("here", Span.Style.PLAIN, "https://coast.example/x"));
  }

  @Test
  void deletedAndHiddenTextAndNotesNeverGoOut() {
    Article article =
        article(
            "{\\header SECRET\\par}"
                + titled(
                    "It {\\deleted SECRET }was{\\v  SECRET} {\\revised very }calm."
                        + "{\\*\\annotation SECRET\\par}{\\footnote SECRET}{\\*\\unknown SECRET}"
                        + "{\\pict\\bin6 {}}}}}}\\par"));

    assertThat(article.toString()).doesNotContain("SECRET");
    assertThat(Drops.body(article)).containsExactly("It was very calm.");
  }

  @Test
  void saysWhatIsWrongWithADamagedFile() {
    assertThat(Drops.rejection("a.rtf", HEAD + titled("It was")).code()).isEqualTo("INCOMPLETE");
    assertThat(Drops.rejection("a.rtf", "{\\rtf1 " + "{".repeat(100_000)).code())
        .isEqualTo("NESTING_TOO_DEEP");
    assertThat(Drops.rejection("a.rtf", "Ferries\n\nIt was calm.").code())
        .isEqualTo("TYPE_MISMATCH");
    assertThat(Drops.rejection("a.rtf", rtf(titled(""))).code()).isEqualTo("NO_BODY");
  }

  private static String hex(byte[] bytes) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      hex.append(String.format("%02x", bytes[i])).append(i % 64 == 63 ? "\r\n" : "");
    }
    return hex.toString();
  }

  private static String picture(byte[] bytes) {
    return "{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn wzName}{\\sv SECRET}}"
        + "{\\sp{\\sn wzDescription}{\\sv The pier \\u8211? calm}}}\\picw900\\pich600\\pngblip "
        + "{\\*\\blipuid 0102030405}\r\n"
        + hex(bytes)
        + "}}{\\nonshppict{\\pict\\wmetafile8 0102}}";
  }

  @Test
  void picturesGoAlongWithCaptionAndAlternative() {
    Reading.Articles read =
        Drops.articles(
            "a.rtf",
            rtf(titled(
                    "The first ferry.\\par "
                        + picture(Zips.png())
                        + "\\par\\pard\\s4 The pier on Friday\\par"))
                .getBytes(StandardCharsets.ISO_8859_1));
    Article article = read.articles().get(0);

    assertThat(Drops.body(article)).containsExactly("The first ferry.");
    assertThat(article.pictures()).hasSize(1);
    Picture picture = article.pictures().get(0);
    assertThat(picture.caption()).isEqualTo("The pier on Friday");
    assertThat(picture.alt()).isEqualTo("The pier – calm");
    assertThat(read.media().get(picture.media().digest())).isEqualTo(Zips.png());
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void aPictureInBytesAndOneInAShapeAreRead() {
    byte[] other = Arrays.copyOf(Zips.png(), 80);
    String text =
        titled(
            "The first ferry.{\\pict\\pngblip\\bin"
                + Zips.png().length
                + " "
                + new String(Zips.png(), StandardCharsets.ISO_8859_1)
                + "} It was calm.{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn pib}{\\sv {\\pict\\jpegblip "
                + hex(other)
                + "}}}}}\\par");
    Article article = article(text);

    assertThat(Drops.body(article)).containsExactly("The first ferry. It was calm.");
    assertThat(article.pictures()).hasSize(2);
  }

  @Test
  void aDeletedPictureAndOneInAHeaderStayOutAndAnOldDrawingIsNamed() {
    Reading.Articles read =
        Drops.articles(
            "a.rtf",
            rtf(titled(
                    "The first ferry.{\\deleted "
                        + picture(Zips.png())
                        + "}{\\header "
                        + picture(Zips.png())
                        + "}{\\pict\\wmetafile8 010009}\\par"))
                .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(read.articles().get(0).pictures()).isEmpty();
    assertThat(read.warnings())
        .containsExactly(
            "A picture was left out, since it is no JPEG, PNG, GIF or WebP: picture 1");
  }

  @Test
  void struckOutTextIsLeftOutWithAWarning() {
    String text =
        titled(
            "It was {\\strike SECRET }calm.\\par\\striked1 SECRET\\striked0\\par"
                + "\\strike SECRET \\plain It stayed so.\\par");

    Reading.Articles articles =
        Drops.articles("a.rtf", rtf(text).getBytes(StandardCharsets.ISO_8859_1));

    assertThat(Drops.body(articles.articles().get(0)))
        .containsExactly("It was calm.", "It stayed so.");
    assertThat(articles.warnings()).containsExactly("Struck-out text was left out.");
  }
}
