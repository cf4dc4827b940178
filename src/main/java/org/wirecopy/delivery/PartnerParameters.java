package org.wirecopy.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@link Partner} from the parameters of its file, and tells all faults at once. */
public final class PartnerParameters {
  /** Parameters with their defaults; empty where the file must give a value. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "endpoint", "",
          "secret", "",
          "format", "ninjs3",
          "connectTimeout", "5s",
          "timeout", "15s",
          "maxAge", "3d",
          "concurrency", "16",
          "rate", "0",
          "trustedForEmbargo", "false");

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final String SECRET_PREFIX = "whsec_";
  private static final int SHORTEST_SECRET = 16;
  private static final int MOST_CONCURRENCY = 256;

  private final Map<String, String> given;
  private final List<String> faults = new ArrayList<>();

  private PartnerParameters(Map<String, String> given) {
    this.given = given;
  }

  /** The names that a partner file may use. */
  public static java.util.Set<String> names() {
    return DEFAULTS.keySet();
  }

  /**
   * Reads a partner.
   *
   * @param name the partner's name
   * @param given parameters as in its file, placeholders resolved
   * @throws PartnerException naming every fault
   */
  public static Partner read(String name, Map<String, String> given) throws PartnerException {
    return new PartnerParameters(new TreeMap<>(given)).partner(name);
  }

  private Partner partner(String name) throws PartnerException {
    given.keySet().stream()
        .filter(parameter -> !DEFAULTS.containsKey(parameter))
        .forEach(
            parameter ->
                faults.add(
                    "there is no parameter "
                        + parameter
                        + "; known are "
                        + String.join(", ", new TreeMap<>(DEFAULTS).keySet())));
    Partner partner =
        new Partner(
            name,
            value(
                "endpoint", "an http or https URL", PartnerParameters::url, URI.create("http://x")),
            value(
                "secret",
                "whsec_ and base64 of at least 16 bytes",
                PartnerParameters::secrets,
                List.<byte[]>of()),
            value("format", "the name of a format", PartnerParameters::word, ""),
            duration("connectTimeout"),
            duration("timeout"),
            duration("maxAge"),
            value(
                "concurrency",
                "a number from 1 to " + MOST_CONCURRENCY,
                PartnerParameters::concurrency,
                1),
            value(
                "rate",
                "a number of exchanges a second, 0 for no limit",
                PartnerParameters::rate,
                0.0),
            value("trustedForEmbargo", "true or false", PartnerParameters::flag, false));
    if (!faults.isEmpty()) {
      throw new PartnerException(String.join("; ", faults));
    }
    return partner;
  }

  private Duration duration(String parameter) {
    return value(
        parameter,
        "a duration such as 500ms, 15s, 10m, 3d",
        PartnerParameters::parseDuration,
        Duration.ZERO);
  }

  private <T> T value(String parameter, String form, Function<String, T> parse, T otherwise) {
    String text = given.getOrDefault(parameter, DEFAULTS.getOrDefault(parameter, "")).strip();
    if (text.isEmpty()) {
      faults.add("parameter " + parameter + " is missing: it must be " + form);
      return otherwise;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      faults.add("parameter " + parameter + " must be " + form);
      return otherwise;
    }
  }

  private static URI url(String text) {
    try {
      URI uri = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
        throw new IllegalArgumentException("not a web address");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<byte[]> secrets(String text) {
    List<byte[]> secrets = new ArrayList<>();
    for (String secret : text.split("\\s+")) {
      if (!secret.startsWith(SECRET_PREFIX)) {
        throw new IllegalArgumentException("no prefix");
      }
      byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
      if (key.length < SHORTEST_SECRET) {
        throw new IllegalArgumentException("too short");
      }
      secrets.add(key);
    }
    return List.copyOf(secrets);
  }

  private static String word(String text) {
    return text;
  }

  private static Duration parseDuration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a duration");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static Integer concurrency(String text) {
    int value = Integer.parseInt(text);
    if (value < 1 || value > MOST_CONCURRENCY) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static Double rate(String text) {
    double value = Double.parseDouble(text);
    if (!(value >= 0 && value < 1e6)) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static Boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither");
    }
    return Boolean.valueOf(text);
  }
}
