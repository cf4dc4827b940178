package org.wirecopy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kill test and the benchmark believe must be what was really sent. */
@Tag("process")
class PartnersTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void countsWhatEachPartnerGot() throws IOException, InterruptedException {
    try (Partners partners = new Partners(2, null)) {
      String first = partners.endpoints().get(0);
      String second = partners.endpoints().get(1);
      post(first, "tag:a", 1, 1, "msg_1");
      post(first, "tag:a", 1, 1, "msg_1");
      post(first, "tag:a", 2, 2, "msg_2");
      post(first, "tag:a", 1, 1, "msg_1");
      post(first, "tag:b", 1, 5, "msg_5");
      post(first, "tag:b", 1, 5, "msg_other");
      post(second, "tag:a", 2, 1, "msg_7");

      Partners.Report report = partners.report();

      assertThat(report.complete()).as("stories both have").isEqualTo(1);
      assertThat(partners.progress().complete()).isEqualTo(1);
      Partners.Count count = report.partners().get(0);
      assertThat(count.requests()).isEqualTo(6);
      assertThat(count.stories()).isEqualTo(2);
      assertThat(count.ids()).isEqualTo(4);
      assertThat(count.repeats()).isEqualTo(2);
      assertThat(count.changedIds()).isEqualTo(1);
      assertThat(count.staleVersions()).isEqualTo(1);
      assertThat(count.missingSequences()).as("3 and 4").isEqualTo(2);
      assertThat(report.partners().get(1).requests()).isEqualTo(1);
      partners.reset();
      assertThat(partners.report().complete()).isZero();
    }
  }

  @Test
  void logsEachRequestWithTheMarkOfItsText(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    byte[] text = new Articles(1).text(12, 3).getBytes(StandardCharsets.UTF_8);
    try (Partners partners = new Partners(1, log)) {
      partners.answerAfter(10);
      String endpoint = partners.endpoints().get(0);
      post(endpoint, "tag:a", 3, 9, "msg_1", BodyPublishers.ofByteArray(text));
      post(
          endpoint,
          "tag:chunked",
          1,
          10,
          "msg_2",
          BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text)));
      partners.progress();
    }

    assertThat(Files.readAllLines(log))
        .satisfiesExactly(
            line -> assertThat(line).endsWith("\t0\ttag:a\t3\t9\tmsg_1\tupdate\t12-3\t200"),
            line -> assertThat(line).endsWith("\t0\ttag:chunked\t1\t10\tmsg_2\tupdate\t12-3\t200"));
  }

  private void post(String endpoint, String uri, int version, long sequence, String id)
      throws IOException, InterruptedException {
    post(endpoint, uri, version, sequence, id, BodyPublishers.ofString("{}"));
  }

  private void post(
      String endpoint, String uri, int version, long sequence, String id, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint))
            .version(HttpClient.Version.HTTP_1_1)
            .header("webhook-id", id)
            .header("wirecopy-uri", uri)
            .header("wirecopy-version", Integer.toString(version))
            .header("wirecopy-sequence", Long.toString(sequence))
            .header("wirecopy-action", "update")
            .POST(body)
            .build();
    assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
  }
}
