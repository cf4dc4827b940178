package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisfitsTest {
  private static final String PAGE = new String(Documents.PAGE.bytes(), StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "HTTP/1.1 200 OK\nContent-Type: text/html\n\n", "\u00ff", "From our site:\n"})
  void theSourceOfAPageBehindSomethingElseNeverGoesOutAsProse(String before) {
    for (String name : new String[] {"page.html", "page.txt", "page.md"}) {
      assertThat(Drops.rejection(name, before + PAGE).code()).isEqualTo("PAGE_SOURCE");
    }
  }

  @Test
  void paragraphsOfAPageBelowATypedHeadlineNeverGoOutAsProse() {
    String text = "Ferries sail again\n\n<p>The first left at dawn.</p>\n<p>It was calm.</p>\n";

    assertThat(Drops.rejection("page.txt", text).code()).isEqualTo("PAGE_SOURCE");
    assertThat(Drops.body(Drops.article("page.md", text)))
        .containsExactly("The first left at dawn.", "It was calm.");
  }

  @Test
  void aPageWhoseFirstByteIsDamagedNeverGoesOutAsProse() {
    byte[] damaged = Documents.PAGE.bytes();
    damaged[0] = (byte) 0xFF;

    assertThat(Drops.rejection("page.html", damaged).code()).isEqualTo("PAGE_SOURCE");
  }

  @Test
  void aStoryMaySpeakOfATag() {
    assertThat(
            Drops.article(
                    "web.txt",
                    "Browsers drop an old tag\n\nThe <body> element is to go, said the group on Friday.\n")
                .body())
        .singleElement()
        .satisfies(block -> assertThat(block.text()).contains("<body>"));
  }

  @Test
  void tagsBetweenBackQuotesAreWhatTheStorySpeaksOf() {
    assertThat(
            Drops.article(
                    "web.md",
                    "# Browsers drop old tags\n\nBoth `<head>` and `<body>` are to go.\n\n"
                        + "```\n<html><body></body></html>\n```\n\nThat is all, it said.\n")
                .headline())
        .isEqualTo("Browsers drop old tags");
  }
}
