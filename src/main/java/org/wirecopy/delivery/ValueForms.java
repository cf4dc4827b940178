package org.wirecopy.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms that values of partner files take. Each parser throws IllegalArgumentException for a
 * value of another form.
 */
final class ValueForms {
  static final String DURATION = "a duration such as 500ms, 15s, 10m, 2h or 3d";
  static final String FLAG = "true or false";
  static final String LIST = "words separated by commas; an exclamation mark before one excludes";
  static final String FILE = "the path of a file that can be read";

  private static final Pattern DURATION_FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern AMBIGUOUS_NUMBERS = Pattern.compile("[0-9.]+|0[xX].*");
  private static final double HIGHEST_RATE = 1e6;

  private ValueForms() {}

  /** A web address. Numbers that readers of addresses disagree about are refused as its host. */
  static URI url(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme());
      boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
      String host = uri.getHost();
      boolean ambiguous =
          host != null
              && AMBIGUOUS_NUMBERS.matcher(host).matches()
              && !NetworkRange.isLiteral(host);
      if (!web
          || host == null
          || ambiguous
          || uri.getUserInfo() != null
          || uri.getFragment() != null
          || uri.getPort() == 0
          || uri.getPort() > 65_535) {
        throw new IllegalArgumentException("not a web address");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Duration duration(String text) {
    Matcher matcher = DURATION_FORM.matcher(text);
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

  /** A duration that is longer than nothing. */
  static Duration span(String text) {
    Duration span = duration(text);
    if (span.isZero()) {
      throw new IllegalArgumentException("no time at all");
    }
    return span;
  }

  /** A duration in its largest whole unit, as a partner file writes it. */
  static String inWords(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds % 60 != 0 || seconds == 0) {
      return seconds + "s";
    }
    long minutes = seconds / 60;
    return minutes % 60 != 0 ? minutes + "m" : minutes / 60 + "h";
  }

  static String word(String text) {
    if (!WORD.matcher(text).matches()) {
      throw new IllegalArgumentException("not a word");
    }
    return text;
  }

  static Integer number(String text, int least, int most) {
    int value = Integer.parseInt(text);
    if (value < least || value > most) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  static Double rate(String text) {
    double value = Double.parseDouble(text);
    if (!(value >= 0 && value <= HIGHEST_RATE)) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  static Boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither");
    }
    return Boolean.valueOf(text);
  }

  /** Text that may stand in a header: no control characters (RFC 9110, section 5.5). */
  static String headerText(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c >= 0x7f)) {
      throw new IllegalArgumentException("not a header's text");
    }
    return text;
  }
}
