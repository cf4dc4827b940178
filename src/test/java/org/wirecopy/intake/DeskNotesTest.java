package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;

/** Notes to the desk between the paragraphs of a story, in every form in which editors drop it. */
class DeskNotesTest {
  private static final String LEAD =
      "The council of Ellery voted on Tuesday evening to build a second tram line along the"
          + " harbour, after a debate that lasted for more than four hours.";
  private static final String MORE =
      "Work is to begin in March and will cost 240 million, the mayor said in her office, and two"
          + " thirds of it are paid by the state.";

  private final Readers readers = Readers.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Desk: the lawyer's name is off the record, call me]",
        "DESK: cut from here",
        "[NOTE TO COPY: check spelling of Finch. TK]",
        "EDITORS: Do not use the name of the boy.",
        "Editors: please do not use the name of the boy.",
        "Eds: photo to come.",
        "Note à la rédaction : ne pas citer le nom du garçon.",
        "Achtung Redaktionen: Name des Jungen bitte streichen.",
        "(BEGIN OPTIONAL TRIM)",
        "more follows",
        "(more)",
        "mf",
      })
  void aNoteBetweenTheParagraphsIsLeftOut(String note) {
    for (Reading.Articles read :
        List.of(
            read("a.txt", "Council votes for tram\n\n" + LEAD + "\n\n" + note + "\n\n" + MORE),
            read("a.md", "# Council votes for tram\n\n" + LEAD + "\n\n" + note + "\n\n" + MORE),
            read(
                "a.rtf",
                "{\\rtf1\\ansi Council votes for tram\\par "
                    + LEAD
                    + "\\par "
                    + rtf(note)
                    + "\\par "
                    + MORE
                    + "\\par}"),
            read(
                "a.eml",
                "From: a@b.example\n"
                    + "Subject: Council votes for tram\n"
                    + "MIME-Version: 1.0\n"
                    + "Content-Type: text/plain; charset=utf-8\n\n"
                    + LEAD
                    + "\n\n"
                    + note
                    + "\n\n"
                    + MORE),
            read(
                "a.html",
                "<h1>Council votes for tram</h1><p>"
                    + LEAD
                    + "</p><p>"
                    + note
                    + "</p><p>"
                    + MORE
                    + "</p>"))) {
      assertThat(text(read)).as(read.format()).containsExactly(LEAD, MORE);
      assertThat(read.warnings())
          .as(read.format())
          .anyMatch(warning -> warning.contains("speaks to the desk alone"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Editor's note: this story was changed on Tuesday to correct the name of the mayor.",
        "Editors: Jane Roe and Tom Pike",
        "The desk: oak, from the old town hall.",
        "More follows from this than the mayor would like to hear, the shopkeepers said on"
            + " Tuesday.",
      })
  void whatReadersAreToldStays(String line) {
    assertThat(
            text(
                read(
                    "a.md", "# Council votes for tram\n\n" + LEAD + "\n\n" + line + "\n\n" + MORE)))
        .containsExactly(LEAD, line, MORE);
  }

  @Test
  void aNoteThatNamesPhotosIsNoCaption() {
    Reading.Articles read =
        read(
            "a.txt",
            "Council votes for tram\nEds: With AP Photos.\n\nBy TOM PIKE\n\n"
                + LEAD
                + "\n\n"
                + MORE);

    assertThat(article(read).pictures()).isEmpty();
    assertThat(article(read).edNote()).isEqualTo("Eds: With AP Photos.");
    assertThat(text(read)).containsExactly(LEAD, MORE);
  }

  @Test
  void theNotebookOfAnAgencyStaysInTheHouse() {
    String story = "Rat stimmt für Straßenbahn\n\n" + LEAD + "\n\n";
    String told =
        "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt\n\n"
            + "Autorin: Anna Weiß, +49 30 1234567\n";

    assertThat(
            text(
                read(
                    "a.txt",
                    story
                        + "# dpa-Notizblock\n\n## Orte\n- [Rathaus](Markt 1)\n\n* * * *\n"
                        + told)))
        .containsExactly(LEAD);
    assertThat(text(read("a.txt", story + "* * * *\n" + told)))
        .doesNotContain("Autorin: Anna Weiß, +49 30 1234567");
  }

  @Test
  void commentsBesideADocumentStayInTheHouse() {
    Reading.Articles read =
        read(
            "a.html",
            "<body class=doc-content><h1>Council votes for tram</h1><p><span>"
                + LEAD
                + "</span><sup><a href='#cmnt1' id=cmnt_ref1>[a]</a></sup></p><p>"
                + MORE
                + "</p><div style='border:1px solid black'><p><a href='#cmnt_ref1'"
                + " id=cmnt1>[a]</a><span>Ask legal before we print this, I do not believe it, and"
                + " nor does Ann.</span></p><p>Nor do I, said the editor of the paper in the"
                + " corridor, and he should know.</p></div></body>");

    assertThat(text(read)).containsExactly(LEAD, MORE);
  }

  private static String rtf(String text) {
    return text.replace("à", "\\'e0").replace("é", "\\'e9").replace("ç", "\\'e7");
  }

  private static Article article(Reading.Articles read) {
    return read.articles().get(0);
  }

  private static List<String> text(Reading.Articles read) {
    return article(read).body().stream().map(Block::text).toList();
  }

  private Reading.Articles read(String name, String text) {
    Reading reading =
        readers.read(
            new Source(
                name,
                text.getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-11-29T16:00:00Z"),
                ZoneOffset.UTC,
                null));
    assertThat(reading).isInstanceOf(Reading.Articles.class);
    return (Reading.Articles) reading;
  }
}
