package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tag:newsroom.example,2026:city:tram",
        "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
        "https://newsroom.example/a?b=c&d=%20#e"
      })
  void identityThatIsAUriStaysAsItIs(String uri) {
    assertThat(Addresses.identity(uri)).isSameAs(uri);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tag:a,2026:ü|tag:a,2026:%C3%BC",
        "plain-number-7|urn:wirecopy:id:plain-number-7",
        "http:|urn:wirecopy:id:http:",
        "7:x|urn:wirecopy:id:7:x",
        "urn:a:{b}|urn:a:%7Bb%7D"
      })
  void identityBecomesAUri(String given, String uri) {
    assertThat(Addresses.identity(given)).isEqualTo(uri);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://News.example/a b, https://News.example/a%20b",
    "http://news.example:8080/é?x=\"1\", http://news.example:8080/%C3%A9?x=%221%22",
    "https://zürich.example/, https://xn--zrich-kva.example/",
    "https://news.example/100%, https://news.example/100%25",
    "https://news.example/a#b#c, https://news.example/a#b%23c",
    "https://news.example\\evil, https://news.example%5Cevil"
  })
  void webAddressIsMendedAsABrowserWould(String given, String address) {
    assertThat(Addresses.web(given)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "//news.example/",
        "/local",
        "http://",
        "https://user:pass@news.example/",
        "https://news.example:port/",
        "https:///path",
        "ftp://news.example/",
        "java\u0000script:alert(1)",
        ""
      })
  void whatIsNoWebAddressIsLeftOut(String given) {
    assertThat(Addresses.web(given)).isNull();
    assertThat(Addresses.link(given)).isNull();
  }

  @Test
  void mailMayBeLinkedInABody() {
    assertThat(Addresses.link("MAILTO:desk@newsroom.example"))
        .isEqualTo("mailto:desk@newsroom.example");
    assertThat(Addresses.web("mailto:desk@newsroom.example")).isNull();
  }

  @Property(seed = "2026")
  void everyIdentityParses(@ForAll String text) {
    assertThat(URI.create(Addresses.identity("x:" + text)).isAbsolute()).isTrue();
    assertThat(URI.create(Addresses.identity(text)).isAbsolute()).isTrue();
  }

  @Property(seed = "2026")
  void everyWebAddressParses(@ForAll String text) {
    String address = Addresses.web("https://" + text);
    if (address != null) {
      assertThat(URI.create(address).getScheme()).isEqualTo("https");
    }
    assertThat(URI.create("https://h/" + Addresses.component(text)).getHost()).isEqualTo("h");
  }
}
