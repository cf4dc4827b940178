package org.wirecopy.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.wirecopy.delivery.Access.ClientCredentials;

/**
 * OAuth2 access tokens had with client credentials (RFC 6749, section 4.4): asked for once for all
 * of a partner's exchanges, kept until shortly before they expire or until they are refused.
 */
final class AccessTokens {
  private static final int MOST_BYTES = 64 << 10;
  private static final long STANDARD_LIFE_SECONDS = 300;
  private static final long EARLIER_SECONDS = 30;

  /** No access token was to be had; the message tells why, without secrets. */
  static final class NoTokenException extends IOException {
    private static final long serialVersionUID = 1L;

    NoTokenException(String message) {
      super(message);
    }
  }

  private record Token(String value, long expiresNanos) {}

  private record Asked(Partner partner, CompletableFuture<Token> token) {
    boolean usable(Partner now) {
      if (partner != now || token.isCompletedExceptionally()) {
        return false;
      }
      Token had = token.getNow(null);
      return had == null || System.nanoTime() - had.expiresNanos() < 0;
    }
  }

  private final Map<String, Asked> asked = new ConcurrentHashMap<>();
  private final ObjectMapper json = new ObjectMapper();
  private final Connections connections;

  AccessTokens(Connections connections) {
    this.connections = connections;
  }

  /** A partner's current access token. */
  CompletableFuture<String> token(Partner partner) {
    ClientCredentials credentials = partner.access().tokens();
    if (credentials == null) {
      throw new IllegalArgumentException("a partner without OAuth2");
    }
    return asked
        .compute(
            partner.name(),
            (name, known) ->
                known != null && known.usable(partner)
                    ? known
                    : new Asked(partner, ask(partner, credentials)))
        .token()
        .thenApply(Token::value);
  }

  /** The partner did not accept the token: the next exchange asks for a new one. */
  void refused(Partner partner, String token) {
    asked.computeIfPresent(
        partner.name(),
        (name, known) -> {
          Token had = known.token().isDone() ? known.token().join() : null;
          return had != null && had.value().equals(token) ? null : known;
        });
  }

  private CompletableFuture<Token> ask(Partner partner, ClientCredentials credentials) {
    Target target = Target.of(credentials.endpoint(), partner);
    byte[] form = form(credentials).getBytes(StandardCharsets.US_ASCII);
    List<Header> headers =
        List.of(
            new BasicHeader("host", target.authority()),
            new BasicHeader("user-agent", "Wirecopy"),
            new BasicHeader("accept", "application/json"),
            new BasicHeader("accept-encoding", "identity"),
            new BasicHeader("authorization", basic(credentials)),
            new BasicHeader("content-type", "application/x-www-form-urlencoded"),
            new BasicHeader("content-length", Integer.toString(form.length)),
            new BasicHeader("connection", "close"));
    Line once = new Line(target);
    once.retire();
    Posting posting = new Posting(once, headers, form, partner.timeout().toMillis(), MOST_BYTES);
    connections.send(posting);
    return posting
        .result()
        .handle(
            (answer, failure) -> {
              if (answer != null) {
                return read(answer);
              }
              return CompletableFuture.<Token>failedFuture(
                  new NoTokenException(
                      "no access token: " + Connections.unwrapped(failure).getMessage()));
            })
        .thenCompose(token -> token);
  }

  private CompletableFuture<Token> read(Received answer) {
    try {
      if (answer.status() != 200) {
        throw new NoTokenException(
            "no access token: HTTP " + answer.status() + " from the token endpoint");
      }
      JsonNode document = json.readTree(answer.decoded(MOST_BYTES));
      String value = document.path("access_token").asText("");
      if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
        throw new NoTokenException("the token endpoint's answer has no access token");
      }
      long life = document.path("expires_in").asLong(STANDARD_LIFE_SECONDS);
      long kept = Math.max(1, life - EARLIER_SECONDS);
      return CompletableFuture.completedFuture(
          new Token(value, System.nanoTime() + TimeUnit.SECONDS.toNanos(kept)));
    } catch (NoTokenException e) {
      return CompletableFuture.failedFuture(e);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(
          new NoTokenException("the token endpoint's answer is not JSON"));
    }
  }

  private static String form(ClientCredentials credentials) {
    String grant = "grant_type=client_credentials";
    return credentials.scope().isEmpty() ? grant : grant + "&scope=" + encoded(credentials.scope());
  }

  /** Both halves are form-encoded first (RFC 6749, section 2.3.1). */
  private static String basic(ClientCredentials credentials) {
    String pair = encoded(credentials.clientId()) + ":" + encoded(credentials.clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
