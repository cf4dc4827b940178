package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Status;

/** What a text tells the desk in words, in every form in which editors drop it. */
class HeadNoticesTest {
  private static final String HEADLINE = "Ferry port will be rebuilt, study finds";
  private static final String LEAD =
      "The ferry port of Sandhaven will be rebuilt within two years, a study by the engineers of the"
          + " coast has found, and the first berth opens in May.";
  private static final String MORE =
      "The work will cost 40 million euros, half of which the state is to pay, the port said.";

  private final Readers readers = Readers.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STRICTLY EMBARGOED UNTIL 00:01 GMT, Monday 30 November 2026",
        "*** Embargoed for release until 6 p.m. Tuesday ***",
        "EMBARGO: 06:00, 1 December",
        "Embargo 1 December 2026, 6am",
        "Under embargo until Monday noon",
        "Embargoed for Monday's papers",
        "STRICTLY EMBARGOED",
        "Press release - under strict embargo until Monday noon",
        "Eds: Embargoed until 6 p.m.",
        "Note to editors: embargoed till Friday",
        "HOLD FOR RELEASE 6 a.m. Tuesday",
        "FOR RELEASE AT 2 p.m. EST, December 16",
        "NOT FOR PUBLICATION UNTIL CHECKED BY LEGAL",
        "Not for publication or broadcast before 06:00 on 1 December",
        "Achtung Redaktionen: Sperrfrist Montag, 18 Uhr",
        "SOUS EMBARGO jusqu'au 1er décembre à 6 h",
        "Embargado hasta el lunes",
        "EMBARGO FINO ALLE 18",
        "EMBARGO\n5 December 2026, 06:00",
        "*** EMBARGO ***\n*** Saturday, 6 a.m. ***",
        "Embargo\n5 December 2026, 06:00",
        "Embargo 6am Saturday",
        "Embargo al 5 dicembre ore 6",
        "Эмбарго до 5 декабря",
        "محظور النشر حتى 5 ديسمبر",
        "解禁：12月5日午前6時",
        "For release Saturday, Dec. 5",
        "FOR RELEASE SATURDAY DECEMBER 5",
        "For release: 5 December 2026",
        "For Sunday release",
        "FOR USE AFTER 6 A.M. DEC. 5",
        "(For use Sunday, Dec. 6, and thereafter.)",
        "Release time: 6 a.m. Saturday, 5 December",
        "Not before Saturday 6am",
        "Please do not use until Saturday",
        "Do not use before Saturday",
        "HOLD FOR SUNDAY",
        "HFR Sunday",
        "ADVANCE FOR SUNDAY, DEC. 6",
        "Gesperrt bis 5.12.2026, 6 Uhr",
        "Frei ab 5.12.2026, 6 Uhr",
        "Freigabe: 5.12.2026, 6 Uhr",
        "Sendesperrfrist: 5.12., 6 Uhr",
        "Bitte nicht vor dem 5.12. veröffentlichen",
        "Ne pas diffuser avant le 5 décembre 6h",
        "Diffusion interdite avant le 5 décembre",
        "Please note this story is embargoed until 6am Saturday.",
        "Hi, this one is embargoed until 6am on Saturday, please hold it until then.",
      })
  void anEmbargoInWordsIsRefused(String notice) {
    assertThat(code("a.txt", notice + "\n\n" + story())).isEqualTo("EMBARGO_UNREADABLE");
    assertThat(code("a.txt", below(notice))).isEqualTo("EMBARGO_UNREADABLE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Council lifts embargo on ferry figures",
        "Embargo on Russian oil widened",
        "Embargoed papers show what the port paid",
        "Oil embargo until 2027 looms, minister says",
        "Embargo 1973: how oil changed the world",
        "Kill Bill returns to the cinema",
        "Kill-or-cure plan for the port divides Sandhaven",
        "US WITHDRAWAL",
        "Troops withdrawn from border",
        "Hold until help arrives, crews were told",
        "Sperrfrist für Umfragen vor Gericht",
        "Sous embargo, Cuba manque de pétrole",
        "Not for sale: the last lighthouse of the coast",
        "Do not publish names of victims, police ask media",
        "Killed: the plan for a third pier",
        "Arms embargo extended",
        "The embargo ends on March 1, the ministry said",
        "Embargo 2027",
        "Hold for ransom: how the port was hacked",
        "HOLD FOR THE FERRY, CREWS TOLD",
        "Not before 2030",
        "Draft law on ports passes",
        "NFL DRAFT",
        "For release of hostages, port pays 5 million",
        "Nicht vor Gericht: Streit um den Hafen beigelegt",
        "Nicht zur Veröffentlichung: was im Hafenbericht steht",
        "Advance for ferry workers",
        "Frei ab 18: was der Hafen zeigt",
        "Spiked drinks warning for the coast",
        "“This story is embargoed until Friday,” the port wrote on every page",
      })
  void aHeadlineThatOnlySpeaksOfItIsNone(String headline) {
    String text = headline + "\n\n" + LEAD + "\n\n" + MORE + "\n";

    assertThat(code("a.txt", text)).isNull();
    assertThat(code("a.md", "# " + text)).isNull();
  }

  @Test
  void anEmbargoThatStandsBelowTheFieldsIsRefusedToo() {
    assertThat(code("a.txt", below("Embargo: 2026-12-01T06:00+00:00")))
        .isEqualTo("EMBARGO_UNREADABLE");
  }

  @Test
  void aStoryMayTellOfPapersThatWereUnderEmbargo() {
    assertThat(code("a.txt", below("The papers were under embargo until midnight on Thursday.")))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "a.md, '# %s\n\n**EMBARGOED UNTIL 6 p.m.**\n\n%s'",
    "a.html, '<html><body><p><b>EMBARGOED</b> UNTIL 6 p.m.</p><h1>%s</h1><p>%s</p></body></html>'",
    "a.html, '<html><body><h1>%s</h1><div>Embargoed until 1 December 2026, 06:00 GMT</div><p>%s</p></body></html>'",
    "a.html, '<html><head><meta name=embargo content=2026-12-01></head><body><h1>%s</h1><p>%s</p></body></html>'",
    "a.rtf, '{\\rtf1 EMBARGOED UNTIL 06:00 GMT 1 DECEMBER 2026\\par %s\\par %s\\par}'",
    "a.eml, 'From: a@b.example\nSubject: %s\nMIME-Version: 1.0\n\nEmbargoed until 6 p.m.\n%s\n'",
    "a.eml, 'From: a@b.example\nSubject: EMBARGOED UNTIL 6 p.m.: %s\nMIME-Version: 1.0\n\n%s\n'",
    "a.xml, '<rss version=\"2.0\"><channel><item><title>%s</title><description>Embargoed until 6 p.m.&lt;br>%s</description></item></channel></rss>'",
  })
  void anEmbargoInWordsIsRefusedInEveryForm(String name, String form) {
    assertThat(code(name, form.formatted(HEADLINE, LEAD + " " + MORE)))
        .isEqualTo("EMBARGO_UNREADABLE");
  }

  @Test
  void anEmbargoThatStandsInAFieldOrAStatusIsTheWayPast() {
    String notice = "\n\nEMBARGOED UNTIL 6 p.m.\n\n" + story();

    assertThat(code("a.txt", "Embargo: 2026-12-01T18:00Z" + notice)).isNull();
    assertThat(code("a.md", "---\nstatus: usable\n---" + notice)).isNull();
    assertThat(code("a.txt", "Status: withheld" + notice)).isNull();
    assertThat(code("a.txt", "Urgency: 3" + notice)).isEqualTo("EMBARGO_UNREADABLE");
  }

  @Test
  void itIsFoundAboutTheHeadlineOfAPastedPage() {
    String menu = "Home\nNews\nSport\nCoast\nPorts\nWeather\nShop\nJobs\nHelp\nSign in\nE-paper\n";
    String text = menu + "Search\nLive\n\nEmbargoed until 6 p.m.\n" + HEADLINE + "\n\n";

    assertThat(HeadNotices.head(text + LEAD, HEADLINE)).contains("Embargoed until 6 p.m.", LEAD);
    assertThat(HeadNotices.head(text + LEAD, "none")).doesNotContain("Embargoed until 6 p.m.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KILL KILL KILL",
        "KILL",
        "MANDATORY KILL",
        "KILL: FERRY-PORT",
        "ZURÜCKGEZOGEN: " + HEADLINE,
        "BC-FERRY-PORT-KILL",
        "WITHDRAWN: " + HEADLINE,
        "Retracted - " + HEADLINE,
        "Editors: Please kill the story slugged FERRY-PORT, which moved at 14:05 GMT.",
        "The story headlined \"" + HEADLINE + "\" has been withdrawn.",
        "Please disregard this story.",
        "Advisory: Ferry story withdrawn",
        "Story killed, do not use",
        "Ana Moor would like to recall the message, \"" + HEADLINE + "\".",
      })
  void aKillInWordsIsRefused(String notice) {
    assertThat(code("a.txt", notice + "\n\n" + LEAD + "\n\n" + MORE)).isEqualTo("RECALL_NOTICE");
    assertThat(code("a.txt", below(notice))).isEqualTo("RECALL_NOTICE");
    assertThat(code("a.html", "<h1>" + HEADLINE + "</h1><p>" + notice + "</p><p>" + LEAD + MORE))
        .isEqualTo("RECALL_NOTICE");
  }

  @Test
  void aKillInTheSubjectOfAMailIsRefused() {
    String mail = "From: a@b.example\nSubject: KILL: FERRY-PORT\nMIME-Version: 1.0\n\n";

    assertThat(code("a.eml", mail + "The quotes were not the mayor's.\n"))
        .isEqualTo("RECALL_NOTICE");
  }

  @ParameterizedTest
  @CsvSource({
    "[EMBARGO] %s, EMBARGO_UNREADABLE",
    "%s (embargoed until Saturday), EMBARGO_UNREADABLE",
    "%s (EMBARGOED TO SATURDAY 6AM), EMBARGO_UNREADABLE",
    "%s - EMBARGO 6am Saturday, EMBARGO_UNREADABLE",
    "[HOLD] %s, NOT_FOR_PUBLICATION",
    "[HOLD for legal] %s, NOT_FOR_PUBLICATION",
  })
  void aTagBesideTheHeadlineIsANotice(String form, String code) {
    String headline = form.formatted(HEADLINE);

    assertThat(code("a.txt", headline + "\n\n" + LEAD + "\n\n" + MORE)).isEqualTo(code);
    assertThat(code("a.md", "# " + headline + "\n\n" + LEAD + "\n\n" + MORE)).isEqualTo(code);
    assertThat(
            code(
                "a.eml",
                "From: a@b.example\nSubject: " + headline + "\nMIME-Version: 1.0\n\n" + LEAD))
        .isEqualTo(code);
  }

  @Test
  void aKillThatStandsInAFieldIsOne() {
    Reading reading = read("a.txt", "Status: killed\nId: ferry\n\nKILL\n");

    assertThat(((Reading.Articles) reading).articles().get(0).status()).isEqualTo(Status.CANCELED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DO NOT PUBLISH",
        "Do not publish yet, the mayor has not called back",
        "(NOT FOR PUBLICATION)",
        "NOT FOR BROADCAST",
        "HOLD",
        "HOLD - legal",
        "HOLD pending legal",
        "DRAFT",
        "DRAFT - not legalled",
        "FIRST DRAFT",
        "SPIKED",
        "Do not use",
        "Nicht zur Veröffentlichung bestimmt",
        "Ne pas publier",
        "NOTE TO DESK: legal have not cleared the second paragraph",
        "Note to the news desk - call Ana",
      })
  void whatIsMeantForTheDeskAloneIsRefused(String notice) {
    assertThat(code("a.txt", below(notice))).isEqualTo("NOT_FOR_PUBLICATION");
  }

  @ParameterizedTest
  @CsvSource({
    "a.txt, '%s\n\n"
        + "%s\n\n"
        + "ENDS\n\n"
        + "Notes to editors\n\n"
        + "1. This release is embargoed until 00.01 on 5 December.\n"
        + "'",
    "a.md, '# %s\n\n%s\n\nENDS\n\nEmbargo: 5 December 2026\n'",
    "a.html, '<h1>%s</h1><p>%s</p><p>ENDS</p><p>EMBARGOED UNTIL 6 p.m.</p>'",
    "a.rtf, '{\\rtf1 %s\\par %s\\par ENDS\\par EMBARGOED UNTIL 6 p.m.\\par}'",
  })
  void anEmbargoBelowTheEndOfTheStoryIsRefusedToo(String name, String form) {
    assertThat(code(name, form.formatted(HEADLINE, LEAD + " " + MORE)))
        .isEqualTo("EMBARGO_UNREADABLE");
  }

  @Test
  void notesToEditorsBelowAPressReleaseGoOut() {
    assertThat(code("a.txt", story() + "\nNotes to editors:\n\n1. The port was built in 1911.\n"))
        .isNull();
  }

  private static String story() {
    return below("By Ana Moor");
  }

  private static String below(String line) {
    return HEADLINE + "\n\n" + line + "\n\n" + LEAD + "\n\n" + MORE + "\n";
  }

  private @Nullable String code(String name, String text) {
    return read(name, text) instanceof Reading.Rejected rejected
        ? rejected.rejection().code()
        : null;
  }

  private Reading read(String name, String text) {
    return readers.read(
        new Source(
            name,
            text.getBytes(StandardCharsets.UTF_8),
            Instant.parse("2026-11-29T16:00:00Z"),
            ZoneOffset.UTC,
            null));
  }
}
