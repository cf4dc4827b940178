package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Status;
import org.wirecopy.intake.Reading;

class MailReaderTest {
  private static final String HEAD =
      """
      From: Ana Moor <ana.moor@coast.example>
      To: desk@coast.example
      Subject: Ferries sail again
      Date: Sat, 14 Mar 2026 09:30:00 +0100
      Message-ID: <1@coast.example>
      MIME-Version: 1.0
      """;

  private static String mail(String fields, String text) {
    return (HEAD + fields + "\n" + text).replace("\n", "\r\n");
  }

  private static String plain(String text) {
    return mail("Content-Type: text/plain; charset=utf-8\n", text);
  }

  private static String part(String fields, String text) {
    return "--x\n" + fields + "\n\n" + text + "\n";
  }

  @Test
  void subjectIsTheHeadlineAndAddressesStayInTheHouse() {
    Article article =
        Drops.article(
            "a.eml",
            plain("By Ana Moor\n\nSANDHAVEN — The first ferry\nleft at dawn.\n\nIt was calm.\n"));

    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(article.byline().names()).containsExactly("Ana Moor");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-14T09:30+01:00"));
    assertThat(article.dateline().place()).isEqualTo("SANDHAVEN");
    assertThat(Drops.body(article))
        .containsExactly("SANDHAVEN — The first ferry left at dawn.", "It was calm.");
    assertThat(article.toString()).doesNotContain("coast.example");
  }

  @Test
  void isToldByContentAndNotByName() {
    assertThat(Drops.article("a.txt", plain("It was calm.\n")).headline())
        .isEqualTo("Ferries sail again");
  }

  @Test
  void takesTheHtmlOfAnAlternativeOnce() {
    Article article =
        Drops.article(
            "a.eml",
            mail(
                "Content-Type: multipart/alternative; boundary=x\n",
                part("Content-Type: text/plain; charset=utf-8", "It was *calm*.")
                    + part(
                        "Content-Type: text/html; charset=utf-8",
                        "<p>It was <b>calm</b>.</p><ul><li>first</li></ul><script>SECRET</script>"
                            + "<svg><text>SECRET</text></svg><p>Later.</p>")
                    + "--x--\n"));

    assertThat(article.body())
        .extracting(Block::kind)
        .startsWith(Block.Kind.PARAGRAPH, Block.Kind.BULLET);
    assertThat(Drops.body(article)).startsWith("It was calm.", "first").endsWith("Later.");
    assertThat(article.toString()).doesNotContain("SECRET");
  }

  @Test
  void readsWindowsQuotesInEveryEncoding() {
    String quoted =
        mail(
            "Content-Type: text/plain; charset=windows-1252\n"
                + "Content-Transfer-Encoding: quoted-printable\n",
            "=93Calm=94 it=92s =96 =A35,\n\nsoft=\n ware.\n");
    String raw =
        mail(
            "Content-Type: text/plain\n",
            "\u0093Calm\u0094 it\u0092s \u0096 \u00a35,\n\nsoft ware.\n");
    String base64 =
        mail(
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n",
            Base64.getMimeEncoder()
                .encodeToString(
                    "“Calm” it’s – £5,\n\nsoft ware.\n".getBytes(StandardCharsets.UTF_8)));

    String latin = quoted.replace("windows-1252", "iso-8859-1");

    for (String mail : new String[] {quoted, raw, base64, latin}) {
      assertThat(Drops.body(Drops.article("a.eml", mail.getBytes(StandardCharsets.ISO_8859_1))))
          .containsExactly("“Calm” it’s – £5,", "soft ware.");
    }
  }

  @Test
  void decodesTheSubjectIntoOneLine() {
    String mail =
        plain("It was calm.\n")
            .replace("Ferries sail again", "=?utf-8?Q?Ferries_=E2=80=93_again=0D=0ABcc:_x?=");

    assertThat(Drops.article("a.eml", mail).headline()).isEqualTo("Ferries – again Bcc: x");
  }

  @Test
  void signatureAndQuotedReplyStayInTheHouse() {
    Reading.Articles articles =
        Drops.articles(
            "a.eml",
            plain("It was calm.\n\n> SECRET quoted\n> SECRET\n\nThe end.\n\n-- \nAna\n+49 SECRET\n")
                .getBytes(StandardCharsets.UTF_8));
    Article reply =
        Drops.article(
            "b.eml",
            plain("It was calm.\n\nOn Sat, 14 Mar 2026 at 08:00, Desk wrote:\n\nSECRET\n"));

    assertThat(Drops.body(articles.articles().get(0))).containsExactly("It was calm.", "The end.");
    assertThat(articles.warnings()).hasSize(1);
    assertThat(Drops.body(reply)).containsExactly("It was calm.");
  }

  @Test
  void readsFieldsAtTheTop() {
    Article article =
        Drops.article(
            "a.eml",
            plain("Embargo: 2026-03-14T18:00+01:00\nUrgency: 2\n\nIt was calm.\n\nFlat, too.\n"));

    assertThat(article.embargo()).isEqualTo(OffsetDateTime.parse("2026-03-14T18:00+01:00"));
    assertThat(article.urgency()).isEqualTo(2);
    assertThat(Drops.body(article)).containsExactly("It was calm.", "Flat, too.");
  }

  @Test
  void fieldsOfAnotherDeskAmongThemMakeThemNoText() {
    Article article =
        Drops.article(
            "a.eml",
            plain("Status: withheld\nPhoto 1: pier.jpg\nWord count: 42\nBody:\nIt was calm.\n"));

    assertThat(article.status()).isEqualTo(Status.WITHHELD);
    assertThat(Drops.body(article)).containsExactly("It was calm.");
  }

  @Test
  void attachedPicturesGoAlongAndOtherAttachmentsStayWithAWarning() {
    Reading.Articles articles =
        Drops.articles(
            "a.eml",
            mail(
                    "Content-Type: multipart/mixed; boundary=x\n",
                    part("Content-Type: text/plain", "It was calm.")
                        + part(
                            "Content-Type: text/calendar\nContent-Disposition: attachment; filename=n.ics",
                            "SECRET")
                        + part(
                            "Content-Type: image/png\nContent-Transfer-Encoding: base64",
                            Base64.getEncoder().encodeToString(Zips.png()))
                        + "--x--\n")
                .getBytes(StandardCharsets.UTF_8));

    Article article = articles.articles().get(0);
    assertThat(Drops.body(article)).containsExactly("It was calm.");
    assertThat(articles.warnings()).singleElement().asString().endsWith("left out: n.ics");
    assertThat(article.toString()).doesNotContain("SECRET");
    assertThat(articles.media()).containsOnlyKeys(article.pictures().get(0).media().digest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/plain\nContent-Disposition: attachment; filename=story.txt",
        "Content-Type: text/plain\nContent-Disposition: inline; filename=story.txt",
        "Content-Type: application/octet-stream; name=\"Ferries sail.DOCX\"",
        "Content-Type: application/pdf\nContent-Disposition: attachment",
        "Content-Type: application/x-odd\nContent-Disposition: attachment; filename*=UTF-8''a%20b.rtf",
        "Content-Type: message/rfc822"
      })
  void aNoteIsNotSentInPlaceOfTheStoryThatHangsOnIt(String fields) {
    String mail =
        mail(
            "Content-Type: multipart/mixed; boundary=x\n",
            part("Content-Type: text/plain", "Hello desk, my story is attached.")
                + part(fields, "Subject: Ferries\n\nThe first ferry left at dawn.")
                + "--x--\n");

    assertThat(Drops.rejection("a.eml", mail).code()).isEqualTo("STORY_ATTACHED");
    assertThat(Drops.rejection("a.eml", mail).remedy()).startsWith("Drop the attached file itself");
  }

  @Test
  void aTextIsReadOnBehindThePictureWithinIt() {
    String picture =
        part(
            "Content-Type: image/png; name=a.png\nContent-Disposition: inline; filename=a.png\n"
                + "Content-Transfer-Encoding: base64",
            Base64.getEncoder().encodeToString(Zips.png()));
    String plain =
        mail(
            "Content-Type: multipart/mixed; boundary=x\n",
            part("Content-Type: text/plain", "By Ana Moor\n\nIt was calm.")
                + picture
                + part("Content-Type: text/plain", "Source: the harbour, later flat.")
                + "--x--\n");
    String rich =
        mail(
            "Content-Type: multipart/alternative; boundary=y\n",
            "--y\nContent-Type: text/plain\n\nIt was calm. Later it was flat.\n"
                + "--y\nContent-Type: multipart/mixed; boundary=x\n\n"
                + part("Content-Type: text/html", "<p>It was calm.</p>")
                + picture
                + part("Content-Type: text/html", "<p>Later it was flat.</p>")
                + "--x--\n--y--\n");

    assertThat(Drops.body(Drops.article("a.eml", plain)))
        .containsExactly("It was calm.", "Source: the harbour, later flat.");
    assertThat(Drops.article("a.eml", plain).pictures()).hasSize(1);
    assertThat(Drops.body(Drops.article("b.eml", rich)))
        .containsExactly("It was calm.", "Later it was flat.");
  }

  @Test
  void theFramesOfASavedPageAreNoneOfItsText() {
    String mail =
        mail(
            "Content-Type: multipart/related; boundary=x\n",
            part("Content-Type: text/html", "<p>It was calm.</p>")
                + part("Content-Type: text/html\nContent-Location: cid:frame", "<p>SECRET</p>")
                + part("Content-Type: text/css", "p { color: red }")
                + "--x--\n");

    Reading.Articles articles = Drops.articles("a.mht", mail.getBytes(StandardCharsets.UTF_8));
    assertThat(Drops.body(articles.articles().get(0))).containsExactly("It was calm.");
    assertThat(articles.warnings()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAMailThatCannotBeRead() {
    String broken =
        mail(
            "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n",
            "SXQg%%%%d2FzIGNhbG0u\n");

    assertThat(Drops.rejection("a.eml", broken).code()).isEqualTo("MAIL_MALFORMED");
    assertThat(Drops.rejection("a.eml", plain("\n")).code()).isEqualTo("NO_BODY");
    assertThat(Drops.rejection("a.eml", plain("-- \nAna\n")).code()).isEqualTo("NO_BODY");
  }

  @Test
  void theAuthorsNumbersBelowTheTextStayInTheHouse() {
    Article article =
        Drops.article(
            "a.eml",
            plain(
                "The first ferry left at dawn.\n\nReaders who need help can call 116 123.\n\nAna Moor\n\n"
                    + "Harbour Writer\n\nPh UK: +44 310 699 0500\n\nTwitter: @anamoor\n\n"
                    + "This email may contain information that is confidential. Delete it.\n"));

    assertThat(Drops.body(article))
        .containsExactly(
            "The first ferry left at dawn.", "Readers who need help can call 116 123.");
  }

  @Test
  void aCardWhoseLinesRunTogetherIsLeftOutToo() {
    assertThat(
            Drops.body(
                Drops.article(
                    "a.eml",
                    plain(
                        "The first ferry left.\n\nIt was calm.\n\nAna Moor\nCoast News\nTel. +49 30 2852 32292\n"))))
        .containsExactly("The first ferry left.", "It was calm.");
  }

  @Test
  void aTextThatIsAllNumbersIsNotEmptied() {
    assertThat(Drops.body(Drops.article("a.eml", plain("Tel: +49 30 2852 32292\n")))).hasSize(1);
  }

  @Test
  void aContentFieldOfAHundredThousandWordsCostsNoGigabytes(@TempDir Path kept) {
    String mail =
        "From: a@coast.example\r\nSubject: Ferries\r\nContent-Type: multipart/mixed; boundary="
            + "a ".repeat(100_000)
            + "\r\n\r\n--x\r\n\r\nThe first ferry.\r\n--x--\r\n";

    try (Judge judge = new Judge(kept)) {
      assertThat(judge.judge("a.eml", mail.getBytes(StandardCharsets.UTF_8)).fault()).isNull();
    }
    assertThat(Drops.rejection("a.eml", mail).problem()).contains("A Content field");
  }

  @Test
  void whatStandsBelowTheEndOfAReleaseStaysInTheHouse() {
    Article article =
        Drops.article(
            "a.eml",
            plain(
                "The first ferry left at dawn.\n\nENDS\n\nFor more, ask Ana Moor on 020 7946 0991 or"
                    + " a.moor@coast.example.\n\nNotes to editors\n\n1. The ferry is old.\n"));

    assertThat(Drops.body(article)).containsExactly("The first ferry left at dawn.");
    assertThat(article.toString()).doesNotContain("coast.example");
  }

  @Test
  void struckOutTextOfAnEmailIsLeftOutWithAWarning() {
    Reading.Articles articles =
        Drops.articles(
            "a.eml",
            mail(
                    "Content-Type: text/html; charset=utf-8\n",
                    "<p>It was <s>SECRET</s> calm.</p><p style='text-decoration:line-through'>SECRET</p>"
                        + "<p>It stayed so.</p>")
                .getBytes(StandardCharsets.UTF_8));

    assertThat(Drops.body(articles.articles().get(0)))
        .containsExactly("It was calm.", "It stayed so.");
    assertThat(articles.warnings()).containsExactly("Struck-out text was left out.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Tuesday night the mayor wrote to the shopkeepers:",
        "On March 14, 2026, the mayor wrote to the board:",
        "On 3 March the minister wrote on X (@minister):",
        "Il sindaco ha scritto su X:",
        "El alcalde escribió en X:",
        "Le maire a écrit sur X, à 20 h 15 :",
        "Am 14. März schrieb der Bürgermeister auf X:"
      })
  void aSentenceThatQuotesALetterEndsNoStory(String sentence) {
    String mail = plain("It was calm.\n\n" + sentence + "\n\n\"It is done.\"\n\nThe end.\n");

    assertThat(Drops.body(Drops.article("a.eml", mail)))
        .containsExactly("It was calm.", sentence, "\"It is done.\"", "The end.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Sat, 14 Mar 2026 at 08:00, Desk wrote:",
        "On Mar 14, 2026, at 8:00 AM, Desk <desk@coast.example> wrote:",
        "On Sat, 14 Mar 2026, Desk wrote:",
        "Am 14.03.26 um 08:00 schrieb Desk:",
        "Le sam. 14 mars 2026 à 08:00, Desk <desk@coast.example> a écrit :",
        "El sáb, 14 mar 2026 a las 8:00, Desk (<desk@coast.example>) escribió:",
        "Il giorno sab 14 mar 2026 alle ore 08:00 Desk <desk@coast.example> ha scritto:",
        "On 14 March Desk wrote:\n\n> SECRET"
      })
  void theLineOfAMailProgramEndsIt(String line) {
    String mail = plain("It was calm.\n\n" + line + "\n\nSECRET\n");

    assertThat(Drops.body(Drops.article("a.eml", mail))).containsExactly("It was calm.");
  }

  @Test
  void dashesBetweenChaptersEndNoStory() {
    String chapter =
        "The harbour master said that the quay had held, although the crane track would need new bolts.";
    String story = chapter + " One.\n\n--\n\n" + chapter + " Two.\n\n--\n\n" + chapter;
    String signature = "\n\n--\nAna Moor\nCoast News, +49 SECRET\n\n";
    String secrecy =
        "This e-mail and all that hangs on it is confidential and meant for the person it is sent to.\n";

    assertThat(Drops.body(Drops.article("a.eml", plain(story + "\n"))))
        .containsExactly(chapter + " One.", chapter + " Two.", chapter);
    assertThat(Drops.body(Drops.article("a.eml", plain(story + signature + secrecy))))
        .containsExactly(chapter + " One.", chapter + " Two.", chapter);
  }

  @Test
  void whereNoProgramBreaksLinesEachIsAParagraph() {
    String mail =
        plain(
            "By Ana Moor\n14 March 2026\n\n"
                + "The first ferry of the day left the port of Sandhaven at dawn, after three days of storm,"
                + " and was full.\nIt was calm.\n\"At last,\" the harbour master said.\n\n"
                + "Sandhaven 2 Nordhavn 1\nEllery 0 Port Row 0\n\n"
                + "- The cost\n- The noise,\nwhich is new\n\n1. First\n2. Second\n\n- 30 -\n\nSECRET\n");

    Article article = Drops.article("a.eml", mail);
    assertThat(article.byline().names()).containsExactly("Ana Moor");
    assertThat(Drops.body(article).subList(1, 8))
        .containsExactly(
            "It was calm.",
            "\"At last,\" the harbour master said.",
            "Sandhaven 2 Nordhavn 1",
            "Ellery 0 Port Row 0",
            "The cost",
            "The noise,",
            "which is new");
    assertThat(article.body())
        .extracting(Block::kind)
        .endsWith(Block.Kind.NUMBERED, Block.Kind.NUMBERED);
    assertThat(article.toString()).doesNotContain("SECRET");
  }

  @Test
  void brokenLinesAreOneParagraphButRowsAndItemsAmongThemAreNot() {
    String story =
        "The first ferry left at dawn, after three days of storm, said\n"
            + "Ana Moor of the harbour, and all who had waited were on it,\n"
            + "five hundred of them. The crane would need new bolts, it\n"
            + "was said, but nobody knew where they might be had.\n";
    String line = story.replace('\n', ' ').strip();
    String mail =
        plain(
            story
                + "\nSandhaven 2 Nordhavn 1\nEllery 0 Port Row 0\n\n"
                + "* The cost, which nobody can tell before the crane has been\n  mended\n* The noise\n\n"
                + story
                + "On Sat, 14 Mar 2026 at 08:00, Desk of the Coast News at Sandhaven\n"
                + "<desk@coast.example> wrote:\n> SECRET\n");

    assertThat(Drops.body(Drops.article("a.eml", mail)))
        .containsExactly(
            line,
            "Sandhaven 2 Nordhavn 1",
            "Ellery 0 Port Row 0",
            "The cost, which nobody can tell before the crane has been mended",
            "The noise",
            line);
  }

  @Test
  void aSingleLineThatBeginsWithADashIsNoList() {
    assertThat(Drops.body(Drops.article("a.eml", plain("It was calm.\n\n- Is it? he asked.\n"))))
        .containsExactly("It was calm.", "- Is it? he asked.");
  }
}
