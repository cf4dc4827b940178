package org.wirecopy.intake.text;

import java.util.Set;
import org.wirecopy.intake.CleanText;

/** What pages count: views, comments, minutes to read. */
final class Counted {
  private static final Set<String> THINGS =
      Set.of(
          "view",
          "views",
          "hit",
          "hits",
          "read",
          "reads",
          "share",
          "shares",
          "comment",
          "comments",
          "like",
          "likes",
          "k",
          "m",
          "min",
          "mins",
          "minute",
          "minutes",
          "second",
          "seconds",
          "sec",
          "aufrufe",
          "lesezeit",
          "minuten",
          "kommentare",
          "kommentar",
          "lesen",
          "vues",
          "lecture",
          "de",
          "commentaires",
          "vistas",
          "lectura",
          "comentarios",
          "minutos",
          "min.",
          "h",
          "reading",
          "time",
          "minuti",
          "lettura",
          "di",
          "leitura",
          "minuter",
          "minutter",
          "lästid",
          "dk",
          "dakika",
          "okuma",
          "x",
          "votes",
          "reviews",
          "retweets",
          "followers",
          "photos",
          "images",
          "bilder",
          "fotos",
          "of",
          "von",
          "about",
          "votos",
          "komentářů",
          "yorum",
          "görüntülenme");

  private Counted() {}

  static boolean matches(String text) {
    int from = -1;
    String line = CleanText.line(text).toLowerCase(java.util.Locale.ROOT);
    for (int i = 0; i <= line.length(); i++) {
      boolean letter = i < line.length() && Character.isLetter(line.charAt(i));
      if (letter && from < 0) {
        from = i;
      } else if (!letter && from >= 0) {
        if (!THINGS.contains(line.substring(from, i))) {
          return false;
        }
        from = -1;
      }
    }
    return true;
  }
}
