package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPicturesTest {
  @ParameterizedTest
  @CsvSource({
    "pier.jpg, pier.jpg",
    "./pier.jpg, pier.jpg",
    "Storm_files/pier.PNG, Storm_files/pier.PNG",
    "my%20pier.jpg, my pier.jpg",
    "my pier.jpg, my pier.jpg",
    "st%C3%BCrm.jpg?v=2#top, stürm.jpg",
    "stürm.jpg, stürm.jpg",
    "pier.svg, pier.svg",
  })
  void aPathFromTheArticlesFolderDownwardsIsTaken(String reference, String path) {
    assertThat(LocalPictures.path(reference)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/pier.jpg",
        "//cdn.example/pier.jpg",
        "https://cdn.example/pier.jpg",
        "file:///etc/pier.jpg",
        "file:pier.jpg",
        "data:image/png;base64,AAAA.png",
        "../pier.jpg",
        "a/../pier.jpg",
        "a/%2e%2e/pier.jpg",
        "%2e%2e/pier.jpg",
        ".done/2026/pier.jpg",
        "a/.secret/pier.jpg",
        "a//pier.jpg",
        "..\\pier.jpg",
        "pier%00.jpg",
        "secret.txt",
        ".jpg",
        "a/.jpg",
        "C:/pier.jpg"
      })
  void whatLeadsToTheWebOrOutOfTheFolderIsNot(String reference) {
    assertThat(LocalPictures.path(reference)).isNull();
  }

  @Test
  void aMarkedPathIsFoundAgain() {
    for (String path : new String[] {"a b/stürm#1?.jpg", "100%.png", "x.jpg"}) {
      assertThat(LocalPictures.unmarked(LocalPictures.marked(path))).isEqualTo(path);
    }
  }
}
