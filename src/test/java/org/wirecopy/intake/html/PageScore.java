package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Body scores as the scrapinghub article extraction benchmark counts them: tokens {@code \w+}, case
 * kept, 4-shingles with counts; precision and recall are means over pages, F1 is of those means.
 */
final class PageScore {
  private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SHINGLE = 4;

  private double precision;
  private double recall;
  private int exact;
  private int pages;

  /** One page's precision and recall. */
  record Page(double precision, double recall, boolean exact) {
    double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  Page add(String gold, String found) {
    Page page = compare(gold, found);
    precision += page.precision();
    recall += page.recall();
    exact += page.exact() ? 1 : 0;
    pages++;
    return page;
  }

  static Page compare(String gold, String found) {
    List<String> goldTokens = tokens(gold);
    List<String> foundTokens = tokens(found);
    Map<String, Integer> goldShingles = shingles(goldTokens);
    Map<String, Integer> foundShingles = shingles(foundTokens);
    double tp = 0;
    double all = 0;
    double wanted = 0;
    for (Map.Entry<String, Integer> shingle : foundShingles.entrySet()) {
      all += shingle.getValue();
      tp += Math.min(shingle.getValue(), goldShingles.getOrDefault(shingle.getKey(), 0));
    }
    for (int count : goldShingles.values()) {
      wanted += count;
    }
    double precision = all == 0 ? (wanted == 0 ? 1 : 0) : tp / all;
    double recall = wanted == 0 ? 1 : tp / wanted;
    return new Page(precision, recall, goldTokens.equals(foundTokens));
  }

  double precision() {
    return precision / pages;
  }

  double recall() {
    return recall / pages;
  }

  double f1() {
    return 2 * precision() * recall() / (precision() + recall());
  }

  double exact() {
    return (double) exact / pages;
  }

  int pages() {
    return pages;
  }

  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  private static Map<String, Integer> shingles(List<String> tokens) {
    Map<String, Integer> shingles = new HashMap<>();
    if (!tokens.isEmpty() && tokens.size() < SHINGLE) {
      shingles.put(String.join(" ", tokens), 1);
    }
    for (int i = 0; i + SHINGLE <= tokens.size(); i++) {
      shingles.merge(String.join(" ", tokens.subList(i, i + SHINGLE)), 1, Integer::sum);
    }
    return shingles;
  }
}
