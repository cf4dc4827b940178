package org.wirecopy.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of the months in the languages of the news, full and short. */
final class MonthNames {
  private static final Map<String, Integer> MONTHS = load();

  private MonthNames() {}

  /** 1 to 12, or 0 if the folded word names no month. */
  static int month(String folded) {
    Integer month = MONTHS.get(folded);
    return month == null ? 0 : month;
  }

  /** Lower case without accents, as the names are kept. */
  static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= 0x80 && c < 0x900) {
        return withoutMarks(lower);
      }
    }
    return lower;
  }

  private static String withoutMarks(String word) {
    String parts = Normalizer.normalize(word, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(parts.length());
    for (int i = 0; i < parts.length(); i++) {
      if (Character.getType(parts.charAt(i)) != Character.NON_SPACING_MARK) {
        out.append(parts.charAt(i));
      }
    }
    return out.toString();
  }

  private static Map<String, Integer> load() {
    Map<String, Integer> months = new HashMap<>();
    try (InputStream in = MonthNames.class.getResourceAsStream("months.tsv")) {
      if (in == null) {
        throw new IllegalStateException("months.tsv is missing from the jar");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] columns = line.startsWith("#") ? new String[0] : line.split("\t", -1);
        for (int month = 1; month < columns.length; month++) {
          for (String name : columns[month].split(" ", -1)) {
            months.putIfAbsent(name, month);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    months.remove("");
    return Map.copyOf(months);
  }
}
