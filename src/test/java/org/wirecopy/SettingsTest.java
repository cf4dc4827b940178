package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.Settings.SettingException;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void defaultsHoldWhereNothingIsSet() {
    Settings settings = Settings.load(folder, Map.of());

    assertThat(settings.number("wirecopy.port")).isEqualTo(8080);
    assertThat(settings.duration("wirecopy.inbox.quiet")).isEqualTo(Duration.ofMillis(20));
    assertThat(settings.bytes("wirecopy.inbox.largest")).isEqualTo(32 << 20);
    assertThat(settings.path("wirecopy.inbox")).isEqualTo(folder.resolve("inbox"));
    assertThat(settings.zone()).isEqualTo(ZoneId.systemDefault());
    assertThat(settings.textOrNull("wirecopy.language")).isNull();
  }

  @Test
  void theEnvironmentOverridesTheFileAndTheFileTheDefaults() throws IOException {
    Files.writeString(
        folder.resolve("wirecopy.properties"), "wirecopy.port=9000\nwirecopy.zone=Asia/Kolkata\n");

    Settings settings = Settings.load(folder, Map.of("WIRECOPY_PORT", "9100"));

    assertThat(settings.number("wirecopy.port")).isEqualTo(9100);
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
  }

  @Test
  void aWrongValueIsNamedWithTheFormItMustHave() {
    Settings settings = Settings.load(folder, Map.of("WIRECOPY_INBOX_QUIET", "soon"));

    assertThatThrownBy(() -> settings.duration("wirecopy.inbox.quiet"))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("WIRECOPY_INBOX_QUIET")
        .hasMessageContaining("soon")
        .hasMessageContaining("20ms");
  }

  @Test
  void anUnknownSettingInTheFileIsRefused() throws IOException {
    Files.writeString(folder.resolve("wirecopy.properties"), "wirecopy.prot=9000\n");

    assertThatThrownBy(() -> Settings.load(folder, Map.of()))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("wirecopy.prot");
  }
}
