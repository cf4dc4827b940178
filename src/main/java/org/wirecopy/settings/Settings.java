package org.wirecopy.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one run: the defaults of {@code application.properties}, then {@code
 * wirecopy.properties} in the start folder, then the environment ({@code wirecopy.port} is {@code
 * WIRECOPY_PORT}).
 */
public final class Settings {
  private static final String DEFAULTS = "/application.properties";
  private static final String OWN = "wirecopy.";
  private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");
  private static final Pattern SIZE =
      Pattern.compile("(\\d+)\\s*(B|KB|MB|GB)", Pattern.CASE_INSENSITIVE);

  private final Path folder;
  private final Map<String, String> values;

  private Settings(Path folder, Map<String, String> values) {
    this.folder = folder;
    this.values = values;
  }

  /**
   * Loads the settings.
   *
   * @param folder the start folder, which relative paths are below
   * @param environment as {@link System#getenv()}
   * @throws SettingException if the file names a setting that does not exist; the environment may
   *     hold names for other ends, such as the secrets of partners
   */
  public static Settings load(Path folder, Map<String, String> environment) {
    Map<String, String> values = new TreeMap<>();
    defaults().forEach((name, value) -> values.put((String) name, ((String) value).strip()));
    Path file = folder.resolve("wirecopy.properties");
    if (Files.exists(file)) {
      read(file).forEach((name, value) -> overrideFromFile(values, (String) name, (String) value));
    }
    for (String name : List.copyOf(values.keySet())) {
      String value = environment.get(environmentName(name));
      if (value != null && name.startsWith(OWN)) {
        values.put(name, value.strip());
      }
    }
    return new Settings(folder.toAbsolutePath().normalize(), values);
  }

  /** The environment variable of a setting, for example {@code WIRECOPY_INBOX_QUIET}. */
  public static String environmentName(String setting) {
    return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** All values by name, for Camel's placeholders. */
  public Map<String, String> all() {
    return Map.copyOf(values);
  }

  /** The value as written. */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No such setting: " + name);
    }
    return value;
  }

  /** The value, or null if it is empty. */
  public @Nullable String textOrNull(String name) {
    String value = text(name);
    return value.isEmpty() ? null : value;
  }

  /** A path, resolved against the start folder; an empty one would be the start folder itself. */
  public Path path(String name) {
    return parsed(
        name,
        "a path such as " + name.substring(OWN.length()),
        value -> {
          if (value.isEmpty()) {
            throw new IllegalArgumentException(value);
          }
          return folder.resolve(value).normalize();
        });
  }

  /** The address that the page and the API listen on, as the authority of a URL has it. */
  public String host() {
    String host = text("wirecopy.host");
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** The port that the page and the API listen on; 0 for any that is free. */
  public int port() {
    return number("wirecopy.port", 65_535);
  }

  /** A whole number from 0 to {@code most}. */
  public int number(String name, int most) {
    return parsed(
        name,
        "a whole number from 0 to " + most,
        value -> {
          int number = Integer.parseInt(value);
          if (number < 0 || number > most) {
            throw new IllegalArgumentException(value);
          }
          return number;
        });
  }

  /** A whole number from 1 to {@code most}. */
  public int count(String name, int most) {
    return parsed(
        name,
        "a whole number from 1 to " + most,
        value -> {
          int number = Integer.parseInt(value);
          if (number < 1 || number > most) {
            throw new IllegalArgumentException(value);
          }
          return number;
        });
  }

  /** A number with a fraction, from 0 to {@code most}. */
  public double decimal(String name, double most) {
    return parsed(
        name,
        "a number from 0 to %s, such as 0.75".formatted(most),
        value -> {
          double number = Double.parseDouble(value);
          if (!(number >= 0 && number <= most)) {
            throw new IllegalArgumentException(value);
          }
          return number;
        });
  }

  /** True or false. */
  public boolean flag(String name) {
    return parsed(
        name,
        "true or false",
        value -> {
          if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(value);
          }
          return Boolean.valueOf(value);
        });
  }

  /** One of the words that an enum's constants are in lower case. */
  public <E extends Enum<E>> E oneOf(String name, Class<E> words) {
    String forms =
        Stream.of(words.getEnumConstants())
            .map(word -> word.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" or "));
    return parsed(name, forms, value -> Enum.valueOf(words, value.toUpperCase(Locale.ROOT)));
  }

  /** A duration such as {@code 20ms}, {@code 5s}, {@code 10m}, {@code 2h} or {@code 1d}. */
  public Duration duration(String name) {
    return parsed(name, "a duration such as 20ms, 5s, 10m or 2h", Settings::parseDuration);
  }

  /** A duration of more than nothing. */
  public Duration span(String name) {
    return parsed(
        name,
        "a duration of more than nothing, such as 20ms, 5s, 10m or 2h",
        value -> {
          Duration duration = parseDuration(value);
          if (duration.isZero()) {
            throw new IllegalArgumentException(value);
          }
          return duration;
        });
  }

  /** A size in bytes, written as {@code 512KB} or {@code 32MB}. */
  public long bytes(String name) {
    return parsed(name, "a size such as 512KB or 32MB", Settings::parseSize);
  }

  /** Comma-separated words. */
  public List<String> words(String name) {
    return Stream.of(text(name).split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  /** The desk's time zone; the machine's if none is set. */
  public ZoneId zone() {
    return parsed(
        "wirecopy.zone",
        "a time zone such as Europe/London",
        value -> value.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(value));
  }

  /** The language of articles that state none, or null. */
  public @Nullable String language() {
    return textOrNull("wirecopy.language") == null
        ? null
        : parsed(
            "wirecopy.language",
            "a language tag such as en or pt-BR",
            value -> new Locale.Builder().setLanguageTag(value).build().toLanguageTag());
  }

  /** Who is asked for related stories: {@code archive} or a service's address. */
  public String relatedService() {
    return parsed(
        "wirecopy.related.service",
        "archive, or an address that begins with http:// or https://",
        value -> {
          if (!value.equals("archive") && !value.matches("https?://.+")) {
            throw new IllegalArgumentException(value);
          }
          return value;
        });
  }

  private <T> T parsed(String name, String form, Function<String, T> parse) {
    String value = text(name);
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException
        | IllformedLocaleException
        | DateTimeException
        | ArithmeticException e) {
      throw new SettingException(
          "Setting "
              + name
              + " (environment "
              + environmentName(name)
              + ") is \""
              + value
              + "\" but must be "
              + form
              + ".");
    }
  }

  private static Duration parseDuration(String value) {
    Matcher matcher = DURATION.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(value);
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

  private static long parseSize(String value) {
    Matcher matcher = SIZE.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(value);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2).toUpperCase(Locale.ROOT)) {
      case "B" -> amount;
      case "KB" -> Math.multiplyExact(amount, 1L << 10);
      case "MB" -> Math.multiplyExact(amount, 1L << 20);
      default -> Math.multiplyExact(amount, 1L << 30);
    };
  }

  private static void overrideFromFile(Map<String, String> values, String name, String value) {
    if (name.startsWith(OWN) && !values.containsKey(name)) {
      throw new SettingException(
          "wirecopy.properties names the setting " + name + ", which does not exist.");
    }
    values.put(name, value.strip());
  }

  private static Properties defaults() {
    try (InputStream in = Settings.class.getResourceAsStream(DEFAULTS)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties read(Path file) {
    try (Reader in = Files.newBufferedReader(file)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new SettingException("Cannot read " + file + ": " + e.getMessage());
    }
  }

  /** A setting that cannot be used; the message says which and what it must be. */
  public static final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
      super(message);
    }
  }
}
