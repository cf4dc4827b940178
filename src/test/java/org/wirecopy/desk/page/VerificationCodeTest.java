package org.wirecopy.desk.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The programs that partners copy, run with what they would receive. */
@Timeout(600)
class VerificationCodeTest {
  private static final byte[] KEY = "a secret of sixteen or more".getBytes(UTF_8);
  private static final String BODY = "{\"headline\":\"Häfen öffnen\"}";
  private static final String SECRETS =
      "whsec_"
          + Base64.getEncoder().encodeToString("the secret before it".getBytes(UTF_8))
          + " whsec_"
          + Base64.getEncoder().encodeToString(KEY);
  private static final String PYTHON =
      """
      import sys
      from receiver import verified
      id, time, signature, body = sys.argv[1:]
      headers = {"webhook-id": id, "webhook-timestamp": time, "webhook-signature": signature}
      print(str(verified(headers, body.encode())).lower())
      """;
  private static final String NODE =
      """
      import { verified } from "./receiver.mjs";
      const [id, time, signature, body] = process.argv.slice(2);
      const headers = {"webhook-id": id, "webhook-timestamp": time, "webhook-signature": signature};
      console.log(verified(headers, Buffer.from(body)));
      """;
  private static final String JAVA =
      """
      import java.util.Map;
      public class Run {
        public static void main(String[] a) throws Exception {
          System.out.println(
              Receiver.verified(
                  Map.of("webhook-id", a[0], "webhook-timestamp", a[1], "webhook-signature", a[2]),
                  a[3].getBytes("UTF-8")));
        }
      }
      """;
  private static final String PHP =
      """
      <?php
      require "receiver.php";
      [, $id, $time, $signature, $body] = $argv;
      $headers = ["webhook-id" => $id, "webhook-timestamp" => $time, "webhook-signature" => $signature];
      echo verified($headers, $body) ? "true" : "false";
      """;

  private static final String GO =
      """
      package main

      import (
      	"fmt"
      	"net/http"
      	"os"

      	"example.com/run/receiver"
      )

      func main() {
      	header := http.Header{}
      	header.Set("webhook-id", os.Args[1])
      	header.Set("webhook-timestamp", os.Args[2])
      	header.Set("webhook-signature", os.Args[3])
      	fmt.Println(receiver.Verified(header, []byte(os.Args[4])))
      }
      """;

  @TempDir Path folder;

  @Test
  void python() throws Exception {
    verifies("receiver.py", "run.py", PYTHON, "python3", "run.py");
  }

  @Test
  void node() throws Exception {
    verifies("receiver.mjs", "run.mjs", NODE, "node", "run.mjs");
  }

  @Test
  void java() throws Exception {
    write("Receiver.java", code("Receiver.java"));
    write("Run.java", JAVA);
    String home = System.getProperty("java.home") + "/bin/";
    run(List.of(home + "javac", "Receiver.java", "Run.java"));
    verifies("Receiver.java", "Run.java", JAVA, home + "java", "-Dfile.encoding=UTF-8", "Run");
  }

  @Test
  void php() throws Exception {
    verifies("receiver.php", "run.php", PHP, "php", "run.php");
  }

  @Test
  void go() throws Exception {
    assumeTrue(isThere("go", "version"), "Skipped: there is no go");
    Files.createDirectory(folder.resolve("receiver"));
    write("receiver/receiver.go", code("receiver.go"));
    write("run.go", GO);
    write("go.mod", "module example.com/run\n\ngo 1.19\n");
    assertThat(run(List.of("go", "build", "-o", "verify", "run.go"))).isEmpty();
    tells(folder.resolve("verify").toString());
  }

  private void verifies(String file, String main, String text, String... command) throws Exception {
    String version = command[0].endsWith("java") ? "-version" : "--version";
    assumeTrue(isThere(command[0], version), "Skipped: there is no " + command[0]);
    write(file, code(file));
    write(main, text);
    tells(command);
  }

  /** Tells right pushes from wrong ones. */
  private void tells(String... command) throws Exception {
    assumeTrue(
        "UTF-8".equals(System.getProperty("sun.jnu.encoding")),
        "Skipped: this locale cannot hand the text to another program");
    long now = Instant.now().getEpochSecond();
    String right = signature(now);
    String strange = "v1,AAAA";
    assertThat(says(now, strange + " " + right, BODY, command)).isEqualTo("true");
    assertThat(says(now, right, BODY + " ", command)).isEqualTo("false");
    assertThat(says(now, strange, BODY, command)).isEqualTo("false");
    long old = now - 600;
    assertThat(says(old, signature(old), BODY, command)).isEqualTo("false");
  }

  private static boolean isThere(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String says(long time, String signature, String body, String... command)
      throws Exception {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of("msg_1", Long.toString(time), signature, body));
    return run(words);
  }

  private String run(List<String> command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("WIRECOPY_SECRET", SECRETS);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("GOCACHE", folder.resolve("go-cache").toString());
    builder.environment().put("GOFLAGS", "-modcacherw");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    return out;
  }

  private static String signature(long time) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    byte[] signed = mac.doFinal(("msg_1." + time + "." + BODY).getBytes(UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(signed);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private static String code(String file) throws IOException {
    try (var in = VerificationCode.class.getResourceAsStream("verify/" + file)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
