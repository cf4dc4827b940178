package org.wirecopy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirecopy.settings.HouseException;
import org.wirecopy.settings.Settings;

/** Speaks to the running Wirecopy of this folder over its API, for commands of the jar. */
final class DeskClient {
  /** Environment: the user whose rights a command needs, where Wirecopy has users. */
  static final String USER = "WIRECOPY_USER";

  /** Environment: that user's password. */
  static final String PASSWORD = "WIRECOPY_PASSWORD";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String address;
  private final @Nullable String authorization;

  /**
   * @param settings of the folder, which tell where it listens
   * @param environment for {@link #USER} and {@link #PASSWORD}
   */
  DeskClient(Settings settings, Map<String, String> environment) {
    this.address = "http://" + settings.host() + ":" + settings.port();
    String user = environment.get(USER);
    this.authorization =
        user == null
            ? null
            : "Basic "
                + Base64.getEncoder()
                    .encodeToString(
                        (user + ":" + environment.getOrDefault(PASSWORD, ""))
                            .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Asks.
   *
   * @throws HouseException if nobody listens, or the answer is a refusal
   */
  JsonNode get(String path, Map<String, String> query) {
    return exchange(request(path, query).GET());
  }

  /**
   * Orders.
   *
   * @throws HouseException if nobody listens, or the answer is a refusal
   */
  JsonNode post(String path, Map<String, String> query, @Nullable String body) {
    return exchange(
        request(path, query)
            .header("content-type", "application/json")
            .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  /** A value as one segment of a path. */
  static String segment(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path, Map<String, String> query) {
    String asked =
        query.entrySet().stream()
            .map(each -> each.getKey() + "=" + segment(each.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path + (asked.isEmpty() ? "" : "?" + asked)))
            .timeout(PATIENCE);
    return authorization == null ? request : request.header("authorization", authorization);
  }

  private JsonNode exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      JsonNode document = json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
      if (answer.statusCode() >= 400) {
        throw new HouseException(refusal(answer.statusCode(), document));
      }
      return document;
    } catch (ConnectException e) {
      throw new HouseException(
          "No Wirecopy listens at "
              + address
              + ". Start it in this folder, or set WIRECOPY_PORT to where it listens.");
    } catch (IOException e) {
      throw new HouseException(address + " did not answer as Wirecopy does: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HouseException("Stopped.");
    }
  }

  private static String refusal(int status, JsonNode problem) {
    if (status == 401) {
      return "Wirecopy asks for a user: set " + USER + " and " + PASSWORD + ".";
    }
    String detail = problem.path("detail").asText();
    return detail.isEmpty() ? "Wirecopy answered HTTP " + status + "." : detail;
  }
}
