package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Byline;

@NullUnmarked
class BylinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          By Ana Müller                       | Ana Müller                    | Ana Müller
          Our Bureau                          | Our Bureau                    |
          By Jane Doe and John van der Berg   | Jane Doe and John van der Berg | Jane Doe;John van der Berg
          Von Christin Jordan, SWR            | Christin Jordan, SWR          | Christin Jordan
          BY JANE DOE                         | JANE DOE                      | JANE DOE
          By Jane Doe, Political Correspondent | Jane Doe, Political Correspondent | Jane Doe
          By Tom Pike, PA Political Correspondent | Tom Pike, PA Political Correspondent | Tom Pike
          By Tom Pike, JJ Roe                 | Tom Pike, JJ Roe              | Tom Pike;JJ Roe
          Por Alberto Órfão                   | Alberto Órfão                 | Alberto Órfão
          By Jane Doe in Arusha               | Jane Doe in Arusha            | Jane Doe
          By Jane Doe in Arusha and John Roe in Dar es Salaam | Jane Doe in Arusha and John Roe in Dar es Salaam | Jane Doe;John Roe
          By Jane Doe and John Roe in New Delhi and Ana Müller in Bonn | Jane Doe and John Roe in New Delhi and Ana Müller in Bonn | Jane Doe;John Roe;Ana Müller
          By Jane Doe in Arusha, John Roe in Dodoma | Jane Doe in Arusha, John Roe in Dodoma | Jane Doe;John Roe
          By Jane Doe in New York and New Delhi | Jane Doe in New York and New Delhi | Jane Doe
          By Paulo Santalucia and Frances d'Emilio | Paulo Santalucia and Frances d'Emilio | Paulo Santalucia;Frances d'Emilio
          By Jean d’Alembert                  | Jean d’Alembert               | Jean d’Alembert
          """)
  void tellsPersonsFromDesks(String text, String printed, String names) {
    Byline byline = Bylines.of(text);
    assertThat(byline.text()).isEqualTo(printed);
    assertThat(byline.names())
        .containsExactlyElementsOf(names == null ? List.of() : List.of(names.split(";")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By the time the ferries sailed it was late.",
        "By Friday",
        "Von Montag an wird gebaut",
        "Ferries sail again",
        "By and large it went well"
      })
  void takesNoSentenceForAByline(String line) {
    assertThat(Bylines.recognise(line)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"By", "Von", "von:", "| By |"})
  void aWordWithoutANameBehindItIsNone(String line) {
    assertThat(Bylines.of(line)).isEqualTo(Byline.NONE);
  }

  @Test
  void joinsAuthorsThatAreGivenOneByOne() {
    assertThat(Bylines.ofAuthors(List.of("Jane Doe", "John Roe", "Jane Doe")))
        .isEqualTo(new Byline("Jane Doe, John Roe", List.of("Jane Doe", "John Roe")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Our Bureau", "The Associated Press", "Sports desk", "The Editors"})
  void knowsADeskByItsWords(String line) {
    assertThat(Bylines.isOffice(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Why the desert is so dear", "How our harbours froze", "The long way home"})
  void takesNoHeadlineForADeskBecauseOfTheWordsTheAndOur(String line) {
    assertThat(Bylines.isOffice(line)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"بقلم أحمد علي, أحمد علي", "מאת: דנה לוי, דנה לוי", "记者 李明, 李明", "記者 山田太郎, 山田太郎"})
  void knowsANameWithoutCapitalsByTheWordBeforeIt(String line, String name) {
    assertThat(Bylines.recognise(line)).isEqualTo(new Byline(name, List.of(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"记者 24日从市议会获悉", "بقلم واحد كتب الرئيس رسالة إلى الشعب", "كتب الرئيس رسالة"})
  void takesNoSentenceWithoutCapitalsForAByline(String line) {
    assertThat(Bylines.recognise(line)).isNull();
  }
}
