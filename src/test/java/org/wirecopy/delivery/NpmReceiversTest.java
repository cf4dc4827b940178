package org.wirecopy.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Action;

/** Pushes to receivers that verify with the packages partners use. */
@Timeout(180)
class NpmReceiversTest {
  private static final Path FOLDER = Path.of("target/npm-receivers");
  private static final byte[] OLD = "the secret before the present".getBytes(UTF_8);
  private static final byte[] STRANGE = "a secret of somebody unknown".getBytes(UTF_8);
  private static final byte[] BODY = "{\"headline\":\"Häfen öffnen wieder – 港\"}".getBytes(UTF_8);

  @BeforeAll
  static void install() throws Exception {
    NpmPackages.install(FOLDER, "standardwebhooks@1.1.1", "svix@1.99.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"standardwebhooks", "svix"})
  void verifyWithTheCurrentSecret(String npmPackage) throws Exception {
    Answer answer = push(npmPackage, Stories.SECRET, List.of(Stories.SECRET), BODY, BODY);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.excerpt()).isEqualTo("Häfen öffnen wieder – 港");
  }

  @ParameterizedTest
  @ValueSource(strings = {"standardwebhooks", "svix"})
  void verifyWithTheOldSecretWhileItIsRotated(String npmPackage) throws Exception {
    Answer answer = push(npmPackage, OLD, List.of(Stories.SECRET, OLD), BODY, BODY);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"standardwebhooks", "svix"})
  void refuseAStrangeSecret(String npmPackage) throws Exception {
    Answer answer = push(npmPackage, Stories.SECRET, List.of(STRANGE), BODY, BODY);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.excerpt()).containsIgnoringCase("signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"standardwebhooks", "svix"})
  void refuseAChangedBody(String npmPackage) throws Exception {
    byte[] changed = "{\"headline\":\"Port stays closed\"}".getBytes(UTF_8);
    Answer answer = push(npmPackage, Stories.SECRET, List.of(Stories.SECRET), BODY, changed);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.excerpt()).containsIgnoringCase("signature");
  }

  private static Answer push(
      String npmPackage, byte[] theirs, List<byte[]> ours, byte[] signed, byte[] sent)
      throws Exception {
    ProcessBuilder node =
        new ProcessBuilder(
                "node",
                Path.of("src/test/resources/receivers/receiver.cjs").toAbsolutePath().toString(),
                npmPackage)
            .redirectError(FOLDER.resolve("receiver.log").toFile());
    node.environment().put("NODE_PATH", FOLDER.resolve("node_modules").toAbsolutePath().toString());
    node.environment().put("WEBHOOK_SECRET", "whsec_" + Base64.getEncoder().encodeToString(theirs));
    Process receiver = node.start();
    try (BufferedReader out = receiver.inputReader();
        Push push = new Push(new TargetCheck(), InstantSource.system())) {
      String port = out.readLine();
      assertThat(port).as("the receiver's port; see receiver.log").isNotNull();
      Partner partner =
          Stories.partner(
              "acme", URI.create("http://127.0.0.1:" + port + "/"), ours, Duration.ofSeconds(15));
      Instant now = Instant.now();
      Map<String, String> headers =
          new Signer().headers(partner, Stories.delivery(Action.PUBLISH, 0, now), signed, now);
      return push.post(partner, headers, sent).toCompletableFuture().get(30, TimeUnit.SECONDS);
    } finally {
      receiver.destroy();
    }
  }
}
