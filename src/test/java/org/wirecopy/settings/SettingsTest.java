package org.wirecopy.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirecopy.settings.Settings.SettingException;

class SettingsTest {
  /** Sites rely on these names and defaults: changing one is for the changelog. */
  private static final String DEFAULTS =
      """
      wirecopy.inbox=inbox
      wirecopy.routes=routes
      wirecopy.data=data
      wirecopy.data.least-free=16MB
      wirecopy.zone=
      wirecopy.language=
      wirecopy.uri-prefix=tag:wirecopy.local,2026:
      wirecopy.inbox.quiet=20ms
      wirecopy.inbox.quiet-unsure=2s
      wirecopy.inbox.empty-after=5s
      wirecopy.inbox.sweep=5s
      wirecopy.inbox.unfinished=.part,.tmp,.crdownload,.filepart,.swp
      wirecopy.inbox.largest=32MB
      wirecopy.intake.threads=2
      wirecopy.media.base-url=
      wirecopy.media.valid=14d
      wirecopy.media.keep=90d
      wirecopy.media.largest=20MB
      wirecopy.media.most=50
      wirecopy.media.wait=5s
      wirecopy.related.enabled=true
      wirecopy.related.service=archive
      wirecopy.related.limit=10
      wirecopy.related.timeout=2s
      wirecopy.related.recency=1.0
      wirecopy.related.min-score=0.75
      wirecopy.related.refresh=500ms
      wirecopy.alarms.endpoint=
      wirecopy.alarms.secret=
      wirecopy.alarms.allowed-networks=
      wirecopy.alarms.backlog=15m
      wirecopy.alarms.recall=2m
      wirecopy.alarms.repeat=30m
      wirecopy.host=127.0.0.1
      wirecopy.port=8080
      wirecopy.users=
      wirecopy.hosts=
      wirecopy.behind-proxy=false
      wirecopy.session.idle=30m
      wirecopy.session.longest=12h
      wirecopy.oidc.issuer=
      wirecopy.oidc.name=single sign-on
      wirecopy.oidc.client-id=
      wirecopy.oidc.client-secret=
      wirecopy.oidc.base-url=
      wirecopy.oidc.scopes=profile,email
      wirecopy.oidc.name-claim=preferred_username
      wirecopy.oidc.roles-claim=groups
      wirecopy.oidc.viewers=
      wirecopy.oidc.editors=
      wirecopy.oidc.operators=
      wirecopy.oidc.timeout=5s
      wirecopy.log.format=text
      wirecopy.example.secret=whsec_RXhhbXBsZSBwYXJ0bmVyIG9mIFdpcmVjb3B5
      camel.main.name=wirecopy
      camel.main.shutdownTimeout=10
      camel.main.shutdownSuppressLoggingOnTimeout=true
      camel.main.autoConfigurationLogSummary=false
      camel.main.beanIntrospectionLoggingLevel=OFF
      camel.main.jmxEnabled=false
      camel.main.streamCachingEnabled=false
      camel.main.useMdcLogging=false
      camel.main.startupSummaryLevel=Off
      camel.component.http.automaticRetriesDisabled=true
      camel.component.http.connectTimeout=2000
      camel.component.http.responseTimeout=5000
      camel.component.http.soTimeout=5000
      camel.component.http.connectionRequestTimeout=2000
      camel.component.http.httpClientConfigurer=#bean:lookupDeadline
      """;

  @TempDir Path folder;

  @Test
  void noSettingChangesItsNameOrDefaultByAccident() {
    Map<String, String> pinned =
        DEFAULTS
            .lines()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    assertThat(Settings.load(folder, Map.of()).all()).containsExactlyInAnyOrderEntriesOf(pinned);
  }

  @Test
  void everySettingIsDescribedWhereItsDefaultStands() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("src/main/resources/application.properties"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("wirecopy.")) {
        assertThat(lines.get(i - 1)).as(lines.get(i)).startsWith("# ").doesNotStartWith("# ----");
      }
    }
  }

  @Test
  void defaultsHoldWhereNothingIsSet() {
    Settings settings = Settings.load(folder, Map.of());

    assertThat(settings.port()).isEqualTo(8080);
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

    assertThat(settings.port()).isEqualTo(9100);
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

  @ParameterizedTest
  @CsvSource({
    "WIRECOPY_PORT, 99999, 65535",
    "WIRECOPY_PORT, -1, 65535",
    "WIRECOPY_RELATED_LIMIT, -1, 100",
    "WIRECOPY_MEDIA_MOST, 51, 50",
    "WIRECOPY_INTAKE_THREADS, 0, from 1 to 256",
    "WIRECOPY_INBOX_SWEEP, 0s, more than nothing",
    "WIRECOPY_RELATED_MIN_SCORE, 1.5, from 0 to 1",
    "WIRECOPY_RELATED_MIN_SCORE, -1, from 0 to 1",
    "WIRECOPY_RELATED_RECENCY, NaN, from 0 to 10",
    "WIRECOPY_LANGUAGE, klingon!!, pt-BR",
    "WIRECOPY_RELATED_SERVICE, search.example, https://",
    "WIRECOPY_INBOX, '', inbox",
  })
  void aValueThatIsOutOfBoundsIsNamedWithThem(String name, String value, String form) {
    Settings settings = Settings.load(folder, Map.of(name, value));

    assertThatThrownBy(
            () -> {
              settings.port();
              settings.number("wirecopy.related.limit", 100);
              settings.number("wirecopy.media.most", 50);
              settings.count("wirecopy.intake.threads", 256);
              settings.span("wirecopy.inbox.sweep");
              settings.decimal("wirecopy.related.min-score", 1);
              settings.decimal("wirecopy.related.recency", 10);
              settings.language();
              settings.relatedService();
              settings.path("wirecopy.inbox");
            })
        .isInstanceOf(SettingException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(form);
  }

  @Test
  void anUnknownSettingInTheFileIsRefused() throws IOException {
    Files.writeString(folder.resolve("wirecopy.properties"), "wirecopy.prot=9000\n");

    assertThatThrownBy(() -> Settings.load(folder, Map.of()))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("wirecopy.prot");
  }
}
