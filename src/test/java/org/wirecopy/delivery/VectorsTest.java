package org.wirecopy.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The published vectors of Standard Webhooks, RFC 9110 and the address registries. */
class VectorsTest {

  @Test
  void signaturesAreThoseOfStandardWebhooks() throws Exception {
    int checked = 0;
    for (JsonNode vector : WebhookFixtures.read("standard-webhooks/vectors.json").get("positive")) {
      String signatures = signatures(vector);
      if (signatures != null) {
        assertThat(List.of(signatures.split(" ")))
            .as(vector.get("name").asText())
            .contains(vector.get("signature").asText());
        checked++;
      }
    }
    assertThat(checked).isEqualTo(4);
  }

  /** What the signer makes of a vector's keys; null if the vector has only a public key. */
  private static @Nullable String signatures(JsonNode vector) {
    String[] parameters;
    if (vector.has("secret")) {
      parameters = new String[] {"secret", vector.get("secret").asText()};
    } else if (vector.has("secret_key_raw64_base64")) {
      String key = "whsk_" + vector.get("secret_key_raw64_base64").asText();
      parameters = new String[] {"ed25519Key", key};
    } else {
      return null;
    }
    return Signer.signatures(
        SomePartner.with(parameters).keys(),
        vector.get("id").asText(),
        Instant.ofEpochSecond(vector.get("timestamp").asLong()),
        vector.get("payload").asText().getBytes(UTF_8));
  }

  @Test
  void messageSignaturesAreThoseOfRfc9421() throws Exception {
    JsonNode vectors = WebhookFixtures.read("rfc9421/vectors.json");
    String seed = vectors.at("/keys/test-key-ed25519/d").asText();
    PrivateKey key =
        SigningKeys.ed25519(
            "whsk_" + Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(seed)));
    int checked = 0;
    for (JsonNode vector : vectors.get("cases")) {
      if (vector.get("title").asText().contains("ed25519")) {
        Map<String, String> components = new LinkedHashMap<>();
        components.put("date", "Tue, 20 Apr 2021 02:07:55 GMT");
        components.put("@method", "POST");
        components.put("@path", "/foo");
        components.put("@authority", "example.com");
        components.put("content-type", "application/json");
        components.put("content-length", "18");
        String label = vector.get("label").asText() + "=";
        String parameters = vector.get("signature_input").asText().substring(label.length());
        String base = MessageSignature.base(components, parameters);
        assertThat(base).isEqualTo(vector.get("signature_base").asText());
        byte[] signature = MessageSignature.sign(key, base.getBytes(UTF_8));
        assertThat(label + ":" + Base64.getEncoder().encodeToString(signature) + ":")
            .isEqualTo(vector.get("signature").asText());
        checked++;
      }
    }
    assertThat(checked).isEqualTo(1);
  }

  @Test
  void digestsAreThoseOfRfc9530() throws IOException {
    ContentDigests digests = new ContentDigests();
    for (JsonNode vector : WebhookFixtures.read("rfc9530/vectors.json").get("cases")) {
      if (vector.get("algorithm").asText().equals("sha-256")) {
        byte[] body = vector.get("body").asText().getBytes(UTF_8);
        String expected = "sha-256=" + vector.get("value").asText();
        assertThat(digests.of(body)).isEqualTo(expected);
        assertThat(digests.of(body)).as("remembered").isEqualTo(expected);
      }
    }
  }

  @Test
  void retryAfterIsReadInAllItsForms() throws IOException {
    JsonNode vectors = WebhookFixtures.read("rfc9110/retry-after.json");
    Instant now = Instant.parse(vectors.get("now").asText());
    for (JsonNode vector : vectors.get("cases")) {
      String value = vector.get("value").asText();
      Optional<Instant> until = RetryAfter.parse(value, now);
      JsonNode delay = vector.get("delay_s");
      if (delay.isNull()) {
        assertThat(until).as(value).isEmpty();
      } else if (delay.isNumber()) {
        Duration pause = Duration.between(now, until.orElseThrow());
        assertThat(Math.max(0, pause.toSeconds())).as(value).isEqualTo(delay.asLong());
      } else {
        assertThat(until.orElseThrow()).as(value).isAfter(now.plus(Duration.ofDays(365)));
      }
    }
  }

  @Test
  void onlyPublicAddressesAreTargets() throws IOException {
    JsonNode addresses = WebhookFixtures.read("ssrf/addresses.json");
    for (JsonNode denied : addresses.get("deny")) {
      String text = denied.asText().replaceFirst("%.*", "");
      assertThat(TargetCheck.isPublic(InetAddress.getByName(text))).as(text).isFalse();
    }
    for (JsonNode allowed : addresses.get("allow")) {
      assertThat(TargetCheck.isPublic(InetAddress.getByName(allowed.asText())))
          .as(allowed.asText())
          .isTrue();
    }
  }
}
