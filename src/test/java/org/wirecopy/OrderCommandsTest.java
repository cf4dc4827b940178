package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar's commands for stories and partners, as processes beside the running house. */
class OrderCommandsTest {
  private static final String URI = "tag:wirecopy.local,2026:storm";

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
    assertThat(run("story", URI, "resend").text()).contains("Sent again to 1 partners");
    Result killed = run("story", URI, "kill", "--note", "wrong photo");
    assertThat(killed.text()).contains("version 2 goes to").contains("acme");
    await().until(() -> acme.pushes().size() == 3);
    assertThat(acme.pushes().get(2).header("wirecopy-action")).isEqualTo("kill");
    Result again = run("story", URI, "kill");
    assertThat(again.code()).isNotZero();
    assertThat(again.text()).contains("in that state already");
  }

  @Test
  void aPartnerIsPausedResumedAndReplayedCountFirst() throws Exception {
    assertThat(run("partner", "acme", "pause").code()).isZero();
    assertThat(run("partner").text()).contains("acme  paused (paused by a person)");
    run("partner", "acme", "resume");
    assertThat(run("partner", "acme").text()).contains("acme  open  0 waiting");
    String[] span = {"--from", "2020-01-01T00:00:00Z", "--to", "2100-01-01T00:00:00Z"};
    assertThat(run("partner", "acme", "replay", span[0], span[1], span[2], span[3]).text())
        .contains("1 deliveries would be sent again to acme. Add --yes");
    assertThat(acme.pushes()).hasSize(1);
    run("partner", "acme", "replay", span[0], span[1], span[2], span[3], "--yes");
    await().until(() -> acme.pushes().size() == 2);
    Result unknown = run("partner", "nobody", "pause");
    assertThat(unknown.code()).isNotZero();
    assertThat(unknown.text()).contains("No partner has the name nobody");
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
