package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.media.MediaKey;
import org.wirecopy.media.MediaStore;
import org.wirecopy.ninjs.Formats;
import org.wirecopy.ninjs.PictureLinks;
import org.wirecopy.parts.HousePictures;
import org.wirecopy.settings.Settings;
import org.wirecopy.settings.Settings.SettingException;

/** By what name partners are told to fetch pictures. */
class HousePicturesTest {
  private static final Picture.Media PIER =
      new Picture.Media("ab".repeat(32), "image/png", 4096, 640, 480);
  private static final Story STORY =
      new Story(
          "tag:newsroom.example,2026:storm",
          1,
          Action.PUBLISH,
          Status.USABLE,
          Instant.EPOCH,
          Instant.EPOCH,
          Article.titled("Storm")
              .pictures(List.of(new Picture(null, null, null, null, PIER)))
              .build(),
          List.of());

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, '', http://127.0.0.1:8123/pictures/",
    "news.desk.local, '', http://news.desk.local:8123/pictures/",
    "::1, '', http://localhost:8123/pictures/",
    "0.0.0.0, https://news.example, https://news.example/pictures/",
    "0.0.0.0, http://news.example:81/wire/, http://news.example:81/wire/pictures/",
  })
  void isTheOperatorsWordOrThePagesOwnAddress(String host, String base, String start) {
    assertThat(rendered(Map.of("WIRECOPY_HOST", host, "WIRECOPY_MEDIA_BASE_URL", base)))
        .contains("\"href\":\"" + start);
  }

  @Test
  void isThisMachinesNameWhereThePageIsOnAllAddresses() {
    assertThat(rendered(Map.of("WIRECOPY_HOST", "0.0.0.0")))
        .doesNotContain("0.0.0.0")
        .containsPattern("\"href\":\"http://[^/]+:8123/pictures/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "news.example",
        "ftp://news.example",
        "https://",
        "https://news.example/?a=b",
        "https://me@news.example",
        "https://[::1]",
        "https://news example"
      })
  void whatIsNoAddressIsRefusedInPlainWords(String base) {
    assertThatThrownBy(() -> links(Map.of("WIRECOPY_MEDIA_BASE_URL", base)))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("wirecopy.media.base-url");
  }

  @Test
  void addressesThatEndAtOnceAreRefused() {
    assertThatThrownBy(() -> links(Map.of("WIRECOPY_MEDIA_VALID", "0s")))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("wirecopy.media.valid");
  }

  @Test
  void picturesAreKeptForNinetyDaysOrForGoodOrAsLongAsTheOperatorSays() {
    MediaStore store = new MediaStore(folder.resolve("media"), () -> Instant.EPOCH);

    assertThat(HousePictures.sweep(Settings.load(folder, Map.of()), store)).isNotNull();
    assertThat(HousePictures.sweep(Settings.load(folder, Map.of("WIRECOPY_MEDIA_KEEP", "")), store))
        .isNull();
    assertThatThrownBy(
            () ->
                HousePictures.sweep(
                    Settings.load(folder, Map.of("WIRECOPY_MEDIA_KEEP", "59m")), store))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("wirecopy.media.keep");
  }

  private String rendered(Map<String, String> environment) {
    return new String(
        new Formats(links(environment)).render("ninjs3", STORY),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private PictureLinks links(Map<String, String> environment) {
    return HousePictures.links(
        Settings.load(folder, environment),
        null,
        MediaKey.sample(),
        () -> 8123,
        () -> Instant.EPOCH);
  }
}
