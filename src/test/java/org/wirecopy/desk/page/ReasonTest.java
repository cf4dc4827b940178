package org.wirecopy.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "the partner answered HTTP 422 \"no headline allowed\" | 422 “no headline allowed”",
        "HTTP 503 | 503",
        "HTTP 401 \"{\"code\":7,\"message\":\"key \\\"a\\\" expired\"}\" | 401 “key \"a\" expired”",
        "HTTP 400 \"{\"type\":\"about:blank\",\"title\":\"Bad\",\"detail\":\"No slug\"}\" | 400"
            + " “Bad”",
        "HTTP 502 \"<html><head><title>502</title></head><body><h1>Bad gateway</h1></body>\""
            + " | 502 “502 Bad gateway”",
        "HTTP 500 \"{}\" | 500 “{}”",
        "given up after 3 attempts: HTTP 500 \"oops\" | given up after 3 attempts: 500 “oops”",
        "parked by anna | parked by anna",
        "no connection: connect timed out | no connection: connect timed out"
      })
  void whatThePartnerSaidIsTakenOutOfItsWrapping(String reason, String brief) {
    assertThat(Reason.brief(reason)).isEqualTo(brief);
  }

  @Test
  void aLongAnswerIsCut() {
    String brief = Reason.brief("HTTP 422 \"" + "x".repeat(500) + "\"");
    assertThat(brief).hasSizeLessThan(130).endsWith("x…”");
  }

  @Test
  void aHostileAnswerStaysText() {
    assertThat(Reason.brief("HTTP 422 \"no <script>alert(1)</script>\""))
        .isEqualTo("422 “no <script>alert(1)</script>”");
  }
}
