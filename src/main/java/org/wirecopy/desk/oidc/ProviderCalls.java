package org.wirecopy.desk.oidc;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to the provider: bounded in time from the first byte to the last, and in size; only to
 * addresses where nobody can read along, and never on to where an answer points.
 */
final class ProviderCalls implements HTTPRequestSender {
  private static final int LARGEST = 1 << 20;

  private final Duration timeout;
  private final HttpClient http;

  ProviderCalls(Duration timeout) {
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** A document of the provider. */
  String document(URI address) throws ProviderException {
    HTTPResponse answer = call(new HTTPRequest(HTTPRequest.Method.GET, address));
    if (answer.getStatusCode() != 200 || answer.getBody() == null) {
      throw new ProviderException(address + " answered HTTP " + answer.getStatusCode());
    }
    return answer.getBody();
  }

  /** Any answer that is not the provider's own failure. */
  HTTPResponse call(HTTPRequest request) throws ProviderException {
    URI address = request.getURI();
    if (!Addresses.isPrivate(address)) {
      throw new ProviderException(address + " is not https");
    }
    try {
      HTTPResponse answer = request.send(this);
      if (answer.getStatusCode() >= 500) {
        throw new ProviderException(address + " answered HTTP " + answer.getStatusCode());
      }
      return answer;
    } catch (ProviderException e) {
      throw e;
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new ProviderException(address + " gave no answer: " + why);
    }
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    HttpResponse<byte[]> answer = await(request(request));
    HTTPResponse read = new HTTPResponse(answer.statusCode());
    for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
      read.setHeader(header.getKey(), header.getValue().toArray(String[]::new));
    }
    read.setBody(new String(answer.body(), StandardCharsets.UTF_8));
    return read;
  }

  private HttpRequest request(ReadOnlyHTTPRequest asked) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(asked.getURI()).timeout(timeout);
    for (Map.Entry<String, List<String>> header : asked.getHeaderMap().entrySet()) {
      header.getValue().forEach(value -> request.header(header.getKey(), value));
    }
    String body = asked.getBody();
    return request
        .method(
            asked.getMethod().name(),
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<byte[]> await(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, head -> new BoundedBody(LARGEST));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ProviderException(
          request.uri() + " did not answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw new ProviderException(request.uri() + " gave no answer: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderException("interrupted");
    } finally {
      answer.cancel(true);
    }
  }
}
