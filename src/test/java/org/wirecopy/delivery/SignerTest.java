package org.wirecopy.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;

class SignerTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.900Z");
  private static final byte[] BODY = "{\"uri\":\"urn:x\"}".getBytes(UTF_8);
  private static final String ED25519_KEY = "whsk_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private final Signer signer = new Signer();

  @Test
  void carriesTheContractsHeadersAndNoOthers() {
    Map<String, String> headers = headers(SomePartner.with(), "urn:x");
    assertThat(headers)
        .containsOnlyKeys(
            "content-type",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "idempotency-key",
            "content-digest",
            "wirecopy-uri",
            "wirecopy-version",
            "wirecopy-action",
            "wirecopy-sequence")
        .containsEntry("content-type", "application/json")
        .containsEntry("webhook-id", "d-1")
        .containsEntry("webhook-timestamp", "1795435200")
        .containsEntry("idempotency-key", "\"d-1\"")
        .containsEntry("wirecopy-uri", "urn:x")
        .containsEntry("wirecopy-version", "3")
        .containsEntry("wirecopy-action", "update")
        .containsEntry("wirecopy-sequence", "42");
    assertThat(headers.get("webhook-signature")).matches("v1,[A-Za-z0-9+/]{43}=");
    assertThat(headers.get("content-digest")).matches("sha-256=:[A-Za-z0-9+/]{43}=:");
  }

  @Test
  void signsWithEachSecretWhileOneIsRotated() {
    String old = "whsec_dGhlIG9sZCBzZWNyZXQsIHN0aWxs";
    List<String> both = signatures(SomePartner.with("secret", SomePartner.SECRET + " " + old));
    assertThat(both)
        .containsExactly(
            signatures(SomePartner.with()).get(0),
            signatures(SomePartner.with("secret", old)).get(0));
  }

  @Test
  void addsAnEd25519SignatureWhereThereIsAKey() {
    List<String> signatures = signatures(SomePartner.with("ed25519Key", ED25519_KEY));
    assertThat(signatures).hasSize(2);
    assertThat(signatures.get(1)).matches("v1a,[A-Za-z0-9+/]{86}==");
  }

  @Test
  void addsAnHttpMessageSignatureOnDemand() {
    Partner partner =
        SomePartner.with(
            "endpoint", "https://News.Acme.example:8443/in?feed=1",
            "ed25519Key", ED25519_KEY,
            "messageSignature", "true",
            "keyId", "house-1");
    Map<String, String> headers = headers(partner, "urn:x");
    assertThat(headers.get("signature-input"))
        .isEqualTo(
            "wirecopy=(\"@method\" \"@authority\" \"@path\" \"@query\" \"content-type\""
                + " \"content-digest\" \"webhook-id\");created=1795435200;keyid=\"house-1\""
                + ";alg=\"ed25519\"");
    assertThat(headers.get("signature")).matches("wirecopy=:[A-Za-z0-9+/]{86}==:");
    assertThat(MessageSignature.authority(partner.endpoint())).isEqualTo("news.acme.example:8443");
  }

  @Test
  void signsForSuperdeskWithTheSecretsText() {
    Map<String, String> headers = headers(SomePartner.with("format", "superdesk"), "urn:x");
    byte[] key = SomePartner.SECRET.getBytes(UTF_8);
    assertThat(headers.get("x-superdesk-signature"))
        .matches("sha1=[0-9a-f]{40}")
        .isEqualTo("sha1=" + HexFormat.of().formatHex(new HmacKey("HmacSHA1", key).of(BODY)));
  }

  @Test
  void signsForSuperdeskWithTheOldSecretUntilItsRotationEnds() {
    Partner partner = SomePartner.with("format", "superdesk");
    Secret old = partner.keys().secrets().get(0);
    Secret fresh = Secret.of(new byte[32]);
    String before = headers(partner, "urn:x").get("x-superdesk-signature");

    assertThat(superdesk(partner, fresh, old.endingBy(NOW.plusMillis(1)))).isEqualTo(before);
    assertThat(superdesk(partner, fresh, old.endingBy(NOW))).isNotEqualTo(before);
  }

  @Test
  void signsForSuperdeskWithTheOldSecretWhileThePartnerFileHasBoth() {
    String old = "whsec_dGhlIG9sZCBzZWNyZXQsIHN0aWxs";
    Partner both =
        SomePartner.with("format", "superdesk", "secret", SomePartner.SECRET + " " + old);
    Partner before = SomePartner.with("format", "superdesk", "secret", old);
    assertThat(headers(both, "urn:x").get("x-superdesk-signature"))
        .isEqualTo(headers(before, "urn:x").get("x-superdesk-signature"));
  }

  private String superdesk(Partner partner, Secret... secrets) {
    Partner rotated = partner.with(partner.keys().with(List.of(secrets)));
    return headers(rotated, "urn:x").getOrDefault("x-superdesk-signature", "");
  }

  @Test
  void noUriBreaksOutOfItsHeader() {
    assertThat(headers(SomePartner.with(), "urn:caf\u00e9\u0000\u007fx").get("wirecopy-uri"))
        .isEqualTo("urn:caf%C3%A9%00%7Fx");
  }

  private List<String> signatures(Partner partner) {
    return List.of(headers(partner, "urn:x").getOrDefault("webhook-signature", "").split(" "));
  }

  private Map<String, String> headers(Partner partner, String uri) {
    Story story =
        new Story(
            uri,
            3,
            Action.UPDATE,
            Status.USABLE,
            NOW,
            NOW,
            Article.titled("Storm").build(),
            List.of());
    Delivery delivery = new Delivery("d-1", partner.name(), story, 42, 0, NOW, false);
    return signer.headers(partner, delivery, BODY, NOW);
  }
}
