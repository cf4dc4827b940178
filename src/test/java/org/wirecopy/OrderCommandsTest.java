package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar's commands for stories and partners, as processes beside the running house. */
class OrderCommandsTest {
  private static final String URI = "tag:wirecopy.local,2026:storm";

  private static final Pattern NEW_SECRET = Pattern.compile("(whsec_[A-Za-z0-9+/=]+)");

  @TempDir Path folder;
  private TestPartner acme;
  private TestHouse house;

  private record Result(int code, String text) {}

  @BeforeEach
  void open() throws IOException {
    acme = new TestPartner();
    house = new TestHouse(folder).partner("acme", acme.url()).open();
    house.drop("storm.txt", "Storm closes port\n\nThe port stayed shut on Friday.\n");
    await().until(() -> run("story", URI).text().contains("acme  v1 publish  delivered"));
  }

  @AfterEach
  void close() {
    house.close();
    acme.close();
  }

  @Test
  void aStoryIsFoundResentAndKilled() throws Exception {
    assertThat(run("story", "storm").text()).contains(URI).contains("Storm closes port");
    assertThat(run("story", URI, "resend").text()).contains("Sent again to 1 partner.");
    assertThat(run("story", "closes", "port").text()).contains(URI);
    Result unknown = run("story", URI, "destroy");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.text()).contains("\"destroy\" is no order").contains("withhold");
    Result noted = run("story", URI, "resend", "--note", "they lost it");
    assertThat(noted.code()).isEqualTo(2);
    assertThat(noted.text()).contains("Nothing was ordered");
    Result misread = run("story", URI, "kill", "--partner", "acme");
    assertThat(misread.code()).isEqualTo(2);
    assertThat(misread.text()).contains("--partner is for resend only");
    Result killed = run("story", URI, "kill", "--note", "wrong photo");
    assertThat(killed.text()).contains("version 2 goes to").contains("acme");
    await().until(() -> acme.pushes().size() == 3);
    assertThat(acme.pushes().get(2).header("wirecopy-action")).isEqualTo("kill");
    Result again = run("story", URI, "kill");
    assertThat(again.code()).isNotZero();
    assertThat(again.text()).contains("in that state already");
  }

  @Test
  void whereNothingIsFoundThatIsSaid() throws Exception {
    assertThat(run("story", "zeppelin").text()).contains("No story has these words.");
    assertThat(run("partner", "nobody").text()).contains("No partner has the name nobody.");
  }

  @Test
  void aPartnerIsPausedResumedAndReplayedCountFirst() throws Exception {
    assertThat(run("partner", "acme", "pause").code()).isZero();
    assertThat(run("partner").text()).contains("acme  paused (paused by a person)");
    run("partner", "acme", "resume");
    assertThat(run("partner", "acme").text()).contains("acme  open  0 waiting");
    String[] span = {"--from", "2020-01-01T00:00:00Z", "--to", "2100-01-01T00:00:00Z"};
    assertThat(run("partner", "acme", "replay", span[0], span[1], span[2], span[3]).text())
        .contains("To be sent again to acme: 1. Add --yes");
    assertThat(acme.pushes()).hasSize(1);
    run("partner", "acme", "replay", span[0], span[1], span[2], span[3], "--yes");
    await().until(() -> acme.pushes().size() == 2);
    Result unknown = run("partner", "nobody", "pause");
    assertThat(unknown.code()).isNotZero();
    assertThat(unknown.text()).contains("No partner has the name nobody");
  }

  @Test
  void aNewSecretSignsAtOnceAndTheOldOneBesideIt() throws Exception {
    Matcher told = NEW_SECRET.matcher(run("partner", "acme", "rotate").text());
    assertThat(told.find()).isTrue();
    run("story", URI, "resend");
    await().until(() -> acme.pushes().size() == 2);
    TestPartner.Push push = acme.pushes().get(1);
    String before = acme.pushes().get(0).header("webhook-signature");
    assertThat(before.split(" ")).hasSize(1);
    String[] signatures = push.header("webhook-signature").split(" ");
    assertThat(signatures).hasSize(2);
    String signed = push.header("webhook-id") + "." + push.header("webhook-timestamp") + ".";
    assertThat(signatures[0]).isEqualTo(signature(told.group(1), signed, push.body()));
  }

  private static String signature(String secret, String signed, byte[] body) throws Exception {
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update(signed.getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
  }

  private Result run(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Wirecopy.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("WIRECOPY_PORT", Integer.toString(house.port()));
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), text);
  }
}
