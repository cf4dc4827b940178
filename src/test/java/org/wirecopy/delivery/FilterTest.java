package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Rights;
import org.wirecopy.article.Subject;

class FilterTest {
  private static final Article STORM =
      Article.titled("Storm closes the harbour")
          .language("en-GB")
          .urgency(3)
          .subjects(
              List.of(
                  new Subject(Subject.DESK, "news/coast", null),
                  new Subject("medtop", "20000151", "Shipping"),
                  Subject.tag("Weather")))
          .rights(new Rights("Harbour News", null, null, null, null))
          .build();

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "languages|en|true",
        "languages|EN-gb|true",
        "languages|e|false",
        "languages|fr, de|false",
        "languages|!fr|true",
        "languages|en, !en-GB|false",
        "subjects|weather|true",
        "subjects|shipping|true",
        "subjects|20000151|true",
        "subjects|medtop:20000151|true",
        "subjects|politics|false",
        "subjects|!politics|true",
        "subjects|weather, !shipping|false",
        "desks|news|true",
        "desks|news/coast|true",
        "desks|new|false",
        "desks|!news|false",
        "sources|harbour news|true",
        "sources|Other Agency|false",
        "urgency|3|true",
        "urgency|2|false",
      })
  void takesWhatIsWanted(String parameter, String value, boolean wanted) {
    String reason = SomePartner.with(parameter, value).filter().leavesOut(STORM);
    if (wanted) {
      assertThat(reason).isNull();
    } else {
      assertThat(reason).isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource({"languages,en", "subjects,weather", "desks,news", "sources,x", "urgency,9"})
  void whatIsNotStatedIsNotWanted(String parameter, String value) {
    Article bare = Article.titled("Bare").build();
    assertThat(SomePartner.with(parameter, value).filter().leavesOut(bare)).isNotBlank();
    assertThat(Filter.ALL.leavesOut(bare)).isNull();
  }

  @Test
  void conditionsAreWrittenInSimple() throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.start();
      Condition.Language simple = new SimpleConditions(camel);
      Filter filter =
          PartnerParameters.read(
                  "acme",
                  SomePartner.parameters(
                      "when", "${body.urgency} <= 3 && ${body.headline} contains 'harbour'"),
                  simple)
              .filter();
      assertThat(filter.leavesOut(STORM)).isNull();
      assertThat(filter.leavesOut(STORM.toBuilder().headline("Calm").build()))
          .isEqualTo("it does not meet the partner's condition");

      for (String wrong : List.of("${body.nosuch} == 1", "${body.urgency", "always")) {
        Map<String, String> given = SomePartner.parameters("when", wrong);
        assertThat(catchThrowable(() -> PartnerParameters.read("acme", given, simple)))
            .as(wrong)
            .isInstanceOf(PartnerException.class)
            .hasMessageContaining("parameter when");
      }
    }
  }

  @Test
  void aConditionThatFailsLeavesOutOnlyItsPartner() {
    Condition broken =
        article -> {
          throw new IllegalStateException("no value");
        };
    Filter all = Filter.ALL;
    Filter filter =
        new Filter(
            all.languages(), all.subjects(), all.desks(), all.sources(), all.urgency(), broken);
    assertThat(filter.leavesOut(STORM))
        .isEqualTo("the partner's condition cannot be evaluated on it: no value");
  }
}
