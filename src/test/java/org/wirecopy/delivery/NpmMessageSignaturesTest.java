package org.wirecopy.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirecopy.article.Action;

/** HTTP message signatures at a receiver that verifies them with the package partners use. */
@Timeout(180)
class NpmMessageSignaturesTest {
  private static final Path FOLDER = Path.of("target/npm-message-signatures");
  private static final byte[] BODY = "{\"headline\":\"Häfen öffnen wieder\"}".getBytes(UTF_8);

  @BeforeAll
  static void install() throws Exception {
    NpmPackages.install(FOLDER, "http-message-signatures@1.0.6");
  }

  @Test
  void aPushVerifies() throws Exception {
    KeyPair keys = keys();
    assertThat(push(keys, keys, BODY).status()).isEqualTo(200);
  }

  @Test
  void aStrangeKeyDoesNot() throws Exception {
    Answer answer = push(keys(), keys(), BODY);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.excerpt()).contains("signature");
  }

  @Test
  void aChangedBodyDoesNot() throws Exception {
    KeyPair keys = keys();
    Answer answer = push(keys, keys, "{}".getBytes(UTF_8));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.excerpt()).isEqualTo("digest");
  }

  private static KeyPair keys() throws Exception {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private static Answer push(KeyPair ours, KeyPair theirs, byte[] sent) throws Exception {
    ProcessBuilder node =
        new ProcessBuilder(
                "node",
                Path.of("src/test/resources/receivers/message-receiver.cjs")
                    .toAbsolutePath()
                    .toString())
            .redirectError(FOLDER.resolve("receiver.log").toFile());
    node.environment().put("NODE_PATH", FOLDER.resolve("node_modules").toAbsolutePath().toString());
    node.environment().put("PUBLIC_KEY", base64(theirs.getPublic().getEncoded()));
    Process receiver = node.start();
    try (BufferedReader out = receiver.inputReader();
        Push push = new Push(new TargetCheck(), InstantSource.system())) {
      String port = out.readLine();
      assertThat(port).as("the receiver's port; see receiver.log").isNotNull();
      Partner partner =
          SomePartner.with(
              "endpoint",
              "http://127.0.0.1:" + port + "/in?feed=1",
              "ed25519Key",
              "whsk_" + base64(ours.getPrivate().getEncoded()),
              "messageSignature",
              "true",
              "keyId",
              "house-1");
      Instant now = Instant.now();
      Map<String, String> headers =
          new Signer().headers(partner, Stories.delivery(Action.PUBLISH, 0, now), BODY, now);
      return push.post(partner, headers, sent).toCompletableFuture().get(30, TimeUnit.SECONDS);
    } finally {
      receiver.destroy();
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
