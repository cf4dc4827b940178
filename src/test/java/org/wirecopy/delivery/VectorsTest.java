package org.wirecopy.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The published vectors of Standard Webhooks, RFC 9110 and the address registries. */
class VectorsTest {

  @Test
  void signaturesAreThoseOfStandardWebhooks() throws IOException {
    int checked = 0;
    for (JsonNode vector : WebhookFixtures.read("standard-webhooks/vectors.json").get("positive")) {
      if (vector.path("scheme").asText().equals("v1")) {
        byte[] key =
            Base64.getDecoder().decode(vector.get("secret").asText().substring("whsec_".length()));
        assertThat(
                Signer.signatures(
                    List.of(key),
                    vector.get("id").asText(),
                    vector.get("timestamp").asLong(),
                    vector.get("payload").asText().getBytes(UTF_8)))
            .as(vector.get("name").asText())
            .isEqualTo(vector.get("signature").asText());
        checked++;
      }
    }
    assertThat(checked).isPositive();
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
