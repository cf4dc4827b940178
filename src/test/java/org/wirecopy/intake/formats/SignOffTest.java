package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;

/** What a sender says above and below the story in an e-mail stays in the house. */
class SignOffTest {
  private static final String LEAD =
      "The council of Ellery voted on Tuesday evening to build a second tram line along the harbour,"
          + " after a debate that lasted for more than four hours.";
  private static final String MORE =
      "Work is to begin in March and will cost 240 million, the mayor said in her office.";

  private static String mail(String subject, String text) {
    return "From: Tom <t@coast.example>\nSubject: "
        + subject
        + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
        + text;
  }

  private static Article read(String text) {
    return Drops.article("a.eml", mail("Council votes for tram", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kind regards\n\nJane Roe\n\nPress officer\n\nT 555 0100",
        "Kind regards,\nJane Roe",
        "Cordialement,\n\nJeanne Roe\n\nTél. 01 23 45 67 89",
        "Cheers\n\nTom\n\n555-0123",
        "Best,\n\nTom",
        "Mit freundlichen Grüßen\n\nAnna Weiß\nPressestelle",
        "Viele Grüße, Anna",
        "Many thanks!",
      })
  void regardsAndWhatFollowsThemStayInTheHouse(String end) {
    assertThat(Drops.body(read(LEAD + "\n\n" + MORE + "\n\n" + end + "\n")))
        .containsExactly(LEAD, MORE);
    String html =
        LEAD + "</p><p>" + MORE + "</p><p>" + end.replace("\n\n", "</p><p>").replace("\n", "<br>");
    assertThat(
            Drops.body(
                Drops.article(
                    "a.eml",
                    mail("Council votes", "<p>" + html + "</p>")
                        .replace("text/plain", "text/html"))))
        .containsExactly(LEAD, MORE);
  }

  @Test
  void theSignatureThatOutlookMarksStaysInTheHouse() {
    String html =
        "<p>"
            + LEAD
            + "</p><p>"
            + MORE
            + "</p><div id=Signature><p>Tom Pike, reporter, 555 0123</p></div>";

    assertThat(
            Drops.body(
                Drops.article("a.eml", mail("Vote", html).replace("text/plain", "text/html"))))
        .containsExactly(LEAD, MORE);
  }

  @Test
  void wordsOfThanksWithinAStoryStay() {
    String thanks = "Thanks to the vote, the line will reach the port in 2029.";

    assertThat(Drops.body(read(LEAD + "\n\n" + thanks))).containsExactly(LEAD, thanks);
    assertThat(Drops.body(read("Thanks\n\n" + LEAD + "\n\n" + MORE))).contains(LEAD, MORE);
  }

  @Test
  void aLetterToTheEditorKeepsItsEnd() {
    assertThat(Drops.body(read("Dear Editor,\n\n" + LEAD + "\n\nKind regards\n\nJane Roe, Ellery")))
        .containsExactly("Dear Editor,", LEAD, "Kind regards", "Jane Roe, Ellery");
  }

  @Test
  void whatAMailingListMustSayIsLeftOut() {
    String text =
        "View this email in your browser\n\n"
            + LEAD
            + "\n\n"
            + MORE
            + "\n\nCopyright © 2026 Ellery Tram, All rights reserved.\n\nYou are receiving this email because you opted in.\n\nEllery Tram, 1 Port Row\n";

    assertThat(Drops.body(read(text))).containsExactly(LEAD, MORE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hey Ann, story's below. Legal hasn't cleared the third graf yet. My cell is 555-0123.",
        "Hi all,\n\nHere is the story for Wednesday.",
        "Liebe Kollegen,\nanbei der Text. Bei Fragen: 0555 123",
        "Hi Ann,",
        "Dear desk, please use this on Wednesday.",
      })
  void aNoteToAColleagueAboveTheStoryIsNotPublished(String note) {
    assertThat(
            Drops.rejection("a.eml", mail("Tram story", note + "\n\n" + LEAD + "\n\n" + MORE))
                .code())
        .isEqualTo("COVERING_NOTE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sir, your report on the tram of 23 November leaves out what it will cost.",
        "Dear Editor, your report on the tram leaves out what it will cost.",
        "Hello, Ellery: the tram is back, and this is what it looks like.",
        "Hallo Tram! Der Rat von Ellery hat am Dienstag für eine zweite Linie gestimmt.",
      })
  void aStoryThatBeginsWithAGreetingGoesOut(String first) {
    assertThat(Drops.body(read(first + "\n\n" + LEAD + "\n\n" + MORE)))
        .containsExactly(first, LEAD, MORE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Re: ", "AW: ", "RE: Re: ", "SV: ", "Re[2]: ", "Fwd: Re: "})
  void aReplyIsNoPartOfTheHeadline(String reply) {
    assertThat(Drops.article("a.eml", mail(reply + "Council votes for tram", LEAD)).headline())
        .isEqualTo("Council votes for tram");
  }

  @Test
  void aPressContactAboveWhatAHouseSaysOfItselfIsLeftOut() {
    for (String contact :
        new String[] {
          "Media contact\\par Jane Roe, head of press\\par +1 555 010 0123\\par jane@tram.example",
          "For more information contact:\\par Jane Roe\\par Tel: 0555 123\\par jane@tram.example"
        }) {
      String rtf =
          "{\\rtf1 Council votes for tram\\par "
              + LEAD
              + "\\par "
              + MORE
              + "\\par "
              + contact
              + "\\par About Ellery Tram\\par Ellery Tram runs two lines and employs 300 people.\\par}";

      assertThat(Drops.body(Drops.article("a.rtf", rtf)))
          .containsExactly(
              LEAD,
              MORE,
              "About Ellery Tram",
              "Ellery Tram runs two lines and employs 300 people.");
    }
  }
}
