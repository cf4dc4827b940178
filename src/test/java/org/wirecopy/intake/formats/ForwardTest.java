package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.intake.Reading;

/** E-mails that carry the story below a note to the desk, as programs forward it. */
class ForwardTest {
  private static final String STORY =
      """
      By Ana Moor

      The first ferry left at dawn, an hour late.

      It was calm, said the harbour master.
      """;

  private static final String HTML_STORY =
      "<p>By Ana Moor</p><p>The first ferry left at dawn, an hour late.</p>"
          + "<p>It was calm, said the harbour master.</p>";

  private static final String HEADER =
      """
      From: Ana Moor <ana.moor@coast.example>
      Date: Sat, 14 Mar 2026 at 09:30
      Subject: Ferries sail again
      To: Desk <desk@coast.example>

      """;

  private static String mail(String subject, String type, String text) {
    return ("From: desk@coast.example\nSubject: "
            + subject
            + "\nDate: Sat, 14 Mar 2026 10:00:00 +0100\nContent-Type: "
            + type
            + "; charset=utf-8\n\n"
            + text)
        .replace("\n", "\r\n");
  }

  private static String plain(String subject, String text) {
    return mail(subject, "text/plain", text);
  }

  private static void isTheStoryAlone(String mail) {
    Article article = Drops.article("a.eml", mail);

    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(article.byline().names()).containsExactly("Ana Moor");
    assertThat(Drops.body(article))
        .containsExactly(
            "The first ferry left at dawn, an hour late.", "It was calm, said the harbour master.");
    assertThat(article.toString()).doesNotContain("coast.example").doesNotContain("run this");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fwd: ", "FW: ", "WG: ", "TR: ", "RV: ", "Fwd: Re: "})
  void whatStandsBelowAHeaderIsTheStory(String prefix) {
    isTheStoryAlone(plain(prefix + "Ferries sail again", "Please run this.\n\n" + HEADER + STORY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "Anfang der weitergeleiteten Nachricht:"
      })
  void aMarkSaysSoToo(String mark) {
    isTheStoryAlone(
        plain("Ferries sail again", "Please run this.\n" + mark + "\n\n" + HEADER + STORY));
    isTheStoryAlone(
        plain(
            "Ferries sail again",
            ("Please run this.\n\n" + mark + "\n" + HEADER + STORY)
                .replaceAll("(?m)^(?=From|Date|Subj|To|By|The|It)", "> ")));
  }

  @Test
  void containersThatMailProgramsPutAroundItAreRead() {
    isTheStoryAlone(
        mail(
            "Fwd: Ferries sail again",
            "text/html",
            "<div>Please run this.<br><br><div class=gmail_quote><div class=gmail_attr>"
                + "---------- Forwarded message ---------<br>From: <b>Ana Moor</b>"
                + " &lt;ana.moor@coast.example&gt;<br>Date: Sat, 14 Mar 2026 at 09:30<br>"
                + "Subject: Do ferries sail again?<br>To: &lt;desk@coast.example&gt;<br></div><br>"
                + HTML_STORY
                + "</div></div>"));
    isTheStoryAlone(
        mail(
            "FW: Ferries sail again",
            "text/html",
            "<div><p>Please run this.</p><div id=divRplyFwdMsg><b>From:</b> Ana Moor<br><b>Sent:</b>"
                + " 14 March 2026<br><b>To:</b> desk@coast.example<br><b>Subject:</b> Ferries</div>"
                + HTML_STORY
                + "</div>"));
    isTheStoryAlone(
        mail(
            "Fwd: Ferries sail again",
            "text/html",
            "<div>Please run this.</div><div>Begin forwarded message:</div><blockquote type=cite>"
                + "<div><b>From: </b>Ana Moor</div><div><b>Subject: </b>Ferries</div>"
                + "<div><b>Date: </b>14 March 2026</div>"
                + HTML_STORY
                + "</blockquote>"));
  }

  @Test
  void aNoteIsLeftOutWithAWarningAndItsAbsenceWithout() {
    Reading.Articles noted = read(plain("Fwd: Ferries", "Please run this.\n\n" + HEADER + STORY));
    Reading.Articles bare = read(plain("Fwd: Ferries", "________\n" + HEADER + STORY));

    assertThat(noted.warnings()).singleElement().asString().contains("taken for a note");
    assertThat(bare.warnings()).isEmpty();
  }

  @Test
  void aForwardWithinAForwardIsFollowedAndAQuotedReplyBelowIsNot() {
    isTheStoryAlone(
        plain(
            "Fwd: FW: Ferries sail again",
            "Please run this.\n\n" + HEADER + "Or this?\n\n" + HEADER + STORY));
    isTheStoryAlone(
        plain(
            "Fwd: Ferries sail again",
            HEADER + STORY + "\nOn Sat, 14 Mar 2026, Desk wrote:\n\n> May we run this?\n"));
  }

  @Test
  void whereEitherMayBeTheStoryNoneIsSent() {
    String note = "Please run this. ".repeat(20);

    for (String mail :
        new String[] {
          plain("Fwd: Ferries", note + "\n\n" + HEADER + STORY),
          plain("Fwd: Ferries", "Please run this.\n\n" + HEADER),
          plain("Ferries", "Please run this.\n\n" + HEADER + STORY),
          plain("Fwd: Ferries", "Please run this.\n\nAvsändare: ana.moor@coast.example\n\n" + STORY)
        }) {
      assertThat(Drops.rejection("a.eml", mail).code()).isEqualTo("FORWARD_UNCLEAR");
    }
  }

  @Test
  void whatIsQuotedBelowAStoryStaysOut() {
    String story =
        STORY + "\nA second one followed at noon, and all were full to the last seat.\n\n";

    assertThat(Drops.body(Drops.article("a.eml", plain("Ferries", story + HEADER + "Send it."))))
        .hasSize(3);
    assertThat(
            Drops.body(Drops.article("a.eml", plain("Re: Ferries", story + HEADER + "Send it."))))
        .hasSize(3);
  }

  @Test
  void aNoteThatSpeaksOfAnEmbargoIsNotDroppedWithIt() {
    String mail = plain("Fwd: Ferries", "Embargo: Sunday noon!\n\n" + HEADER + STORY);

    assertThat(Drops.rejection("a.eml", mail).code()).isEqualTo("FORWARD_NOTE");
  }

  @Test
  void aForwardWithoutAHeaderIsReadWithoutItsMark() {
    assertThat(Drops.article("a.eml", plain("Fwd: Ferries", STORY)).headline())
        .isEqualTo("Ferries");
  }

  private static Reading.Articles read(String mail) {
    return Drops.articles("a.eml", mail.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aSentenceThatQuotesALetterIsNoForward() {
    String mail =
        plain(
            "Ferries",
            "It was calm.\n\nOn Tuesday night the mayor wrote to the shopkeepers:\n\n" + STORY);

    assertThat(Drops.body(Drops.article("a.eml", mail))).startsWith("It was calm.");
  }
}
