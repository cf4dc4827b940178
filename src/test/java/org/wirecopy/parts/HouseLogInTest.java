package org.wirecopy.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.desk.access.OidcSettings;
import org.wirecopy.settings.Settings;
import org.wirecopy.settings.Settings.SettingException;

/** The settings of log-in at a provider. */
class HouseLogInTest {
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "WIRECOPY_OIDC_ISSUER", "https://login.example/realms/news",
              "WIRECOPY_OIDC_CLIENT_ID", "wirecopy",
              "WIRECOPY_OIDC_CLIENT_SECRET", "s3cret",
              "WIRECOPY_OIDC_EDITORS", "news-desk, sports-desk"));

  @Test
  void theyAreReadFromTheEnvironment() {
    OidcSettings read = read();

    assertThat(read.name()).isEqualTo("single sign-on");
    assertThat(read.base()).isNull();
    assertThat(read.roles().editors()).containsExactly("news-desk", "sports-desk");
    assertThat(read.provider().issuer()).isEqualTo(URI.create("https://login.example/realms/news"));
    assertThat(read.provider().clientSecret()).isEqualTo("s3cret");
    assertThat(read.provider().scopes()).containsExactly("profile", "email");
    assertThat(read.toString()).doesNotContain("s3cret");
  }

  @Test
  void withoutAProviderThereIsNoSuchLogIn() {
    environment.clear();
    assertThat(read()).isNull();
  }

  @Test
  void theBaseAddressIsTakenWithoutItsLastSlash() {
    environment.put("WIRECOPY_OIDC_BASE_URL", "https://desk.example:8443/");
    assertThat(read().base()).isEqualTo(URI.create("https://desk.example:8443"));
  }

  @ParameterizedTest
  @CsvSource({
    "WIRECOPY_OIDC_ISSUER, wirecopy.oidc.issuer",
    "WIRECOPY_OIDC_CLIENT_ID, wirecopy.oidc.client-id",
    "WIRECOPY_OIDC_EDITORS, wirecopy.oidc.viewers"
  })
  void whatIsMissingIsNamed(String variable, String setting) {
    environment.remove(variable);
    assertThatThrownBy(this::read)
        .isInstanceOf(SettingException.class)
        .hasMessageContaining(setting)
        .hasMessageContaining("missing");
  }

  @ParameterizedTest
  @CsvSource({
    "WIRECOPY_OIDC_ISSUER, http://login.example",
    "WIRECOPY_OIDC_ISSUER, login.example",
    "WIRECOPY_OIDC_ISSUER, https://login.example/#a",
    "WIRECOPY_OIDC_ISSUER, https://login.example/?a=b",
    "WIRECOPY_OIDC_ISSUER, https://user:pass@login.example",
    "WIRECOPY_OIDC_ISSUER, http://localhost.evil.example",
    "WIRECOPY_OIDC_BASE_URL, http://desk.example",
    "WIRECOPY_OIDC_BASE_URL, https://desk.example/wire",
    "WIRECOPY_OIDC_TIMEOUT, 0s",
    "WIRECOPY_OIDC_TIMEOUT, 1m"
  })
  void whatIsWrongIsNamedWithItsForm(String variable, String value) {
    environment.put(variable, value);
    assertThatThrownBy(this::read)
        .isInstanceOf(SettingException.class)
        .hasMessageContaining(variable)
        .hasMessageContaining(value)
        .hasMessageContaining("must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8081", "http://127.0.0.1:8081/x", "http://[::1]:8081"})
  void onThisMachineAProviderMaySpeakPlainly(String issuer) {
    environment.put("WIRECOPY_OIDC_ISSUER", issuer);
    assertThat(read().provider().issuer()).isEqualTo(URI.create(issuer));
  }

  @ParameterizedTest
  @CsvSource({"WIRECOPY_HOST, 0.0.0.0", "WIRECOPY_BEHIND_PROXY, true"})
  void whereOthersComeInTheAddressMustBeKnown(String variable, String value) {
    environment.put(variable, value);
    assertThatThrownBy(this::read)
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("wirecopy.oidc.base-url");
    environment.put("WIRECOPY_OIDC_BASE_URL", "https://desk.example");
    assertThat(read().base()).isEqualTo(URI.create("https://desk.example"));
  }

  private OidcSettings read() {
    return HouseLogIn.oidc(Settings.load(Path.of("nowhere"), environment));
  }
}
