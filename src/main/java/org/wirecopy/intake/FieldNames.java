package org.wirecopy.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the fields that editors may write, and what else they are called. */
final class FieldNames {
  private static final Map<String, String> CANONICAL = canonicalNames();

  /** Fields that no article begins with by chance: one of them alone makes a header block. */
  private static final Set<String> STRONG =
      Set.of("id", "status", "embargo", "headline", "slug", "urgency", "partners", "expires");

  /** Fields that must never be missed for a slip of the pen. */
  private static final Set<String> CRITICAL =
      Set.of("status", "embargo", "expires", "partners", "correction");

  private static final int LONGEST = 30;

  private FieldNames() {}

  private static Map<String, String> canonicalNames() {
    Map<String, String> names = new HashMap<>();
    String[][] all = {
      {"id", "guid", "uri", "storyid"},
      {"headline", "title", "titel", "überschrift", "titre", "titulo", "titolo"},
      {"subhead", "subtitle", "subheadline", "deck", "dek", "standfirst", "strapline", "kicker"},
      {"summary", "description", "abstract", "teaser", "excerpt", "lead"},
      {"slug", "slugline"},
      {"byline", "author", "authors", "by", "autor", "auteur"},
      {"date", "datetime", "datum"},
      {"published", "publish", "publishdate", "publisheddate", "pubdate"},
      {"release", "releasedate", "releasetime", "releaseat", "golive"},
      {"place", "dateline", "location", "city"},
      {"language", "lang"},
      {"source", "publisher"},
      {"credit", "creditline"},
      {"copyright", "copyrightholder", "copyrightnotice"},
      {"rights", "usageterms", "usage", "license", "licence", "terms"},
      {"urgency", "priority"},
      {
        "subjects",
        "subject",
        "tags",
        "tag",
        "topics",
        "topic",
        "categories",
        "category",
        "keywords"
      },
      {"genre", "genres"},
      {"status", "pubstatus"},
      {"correction", "corrected"},
      {
        "embargo",
        "embargoed",
        "embargountil",
        "embargoeduntil",
        "publishafter",
        "releaseafter",
        "holduntil",
        "notbefore",
        "sperrfrist"
      },
      {"expires", "expiry", "expirydate", "validuntil"},
      {"partners", "partner"},
      {"ednote", "editornote", "editorsnote", "noteforeditors", "notetoeditors"},
      {
        "note", "notes", "private", "privatenote", "internal", "internalnote", "comment", "comments"
      },
      {"url", "link", "href", "canonical", "permalink"},
      {"digitalsourcetype"},
      {"draft"},
    };
    for (String[] row : all) {
      for (String name : row) {
        names.put(name, row[0]);
      }
    }
    return Map.copyOf(names);
  }

  /** Our name for a field, or the written one if it is none of ours. */
  static String canonical(String written) {
    return CANONICAL.getOrDefault(bare(written), written.strip());
  }

  static boolean isKnown(String written) {
    return CANONICAL.containsKey(bare(written));
  }

  static boolean isStrong(String written) {
    return STRONG.contains(CANONICAL.getOrDefault(bare(written), ""));
  }

  /**
   * The critical field that an unknown name is a slip of the pen away from, or may stand for; or
   * null.
   */
  static @Nullable String nearlyCritical(String written) {
    String bare = bare(written);
    if (bare.contains("embargo")) {
      return "embargo";
    }
    for (String name : CRITICAL) {
      if (distanceAtMostTwo(bare, name)) {
        return name;
      }
    }
    return null;
  }

  /** What stands before the colon of a line such as {@code Key: value}, or null. */
  static @Nullable String key(String line) {
    return label(line, "");
  }

  /** As {@link #key}, with figures and the signs that labels of other desks hold. */
  static @Nullable String label(String line) {
    return label(line, "0123456789()/.&#");
  }

  private static @Nullable String label(String line, String more) {
    int colon = line.indexOf(':');
    if (colon <= 0 || colon > LONGEST) {
      return null;
    }
    if (colon + 1 < line.length() && !Character.isWhitespace(line.charAt(colon + 1))) {
      return null;
    }
    String key = line.substring(0, colon);
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!Character.isLetter(c) && " -_'\"".indexOf(c) < 0 && more.indexOf(c) < 0) {
        return null;
      }
    }
    boolean word = Character.isLetter(key.charAt(0)) || "\"'_-".indexOf(key.charAt(0)) >= 0;
    return key.isBlank() || !word ? null : key;
  }

  /** Letters and figures only, small. */
  static String bare(String written) {
    String name = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    StringBuilder out = new StringBuilder(name.length());
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean distanceAtMostTwo(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return false;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
        } else {
          int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
          cost[i][j] =
              Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        }
      }
    }
    return cost[a.length()][b.length()] <= 2;
  }
}
