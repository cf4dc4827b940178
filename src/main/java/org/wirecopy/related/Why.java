package org.wirecopy.related;

import java.util.List;

/** Says to editors why a story was chosen. */
final class Why {
  private Why() {}

  static String of(List<String> shared, Likeness likeness) {
    String words = shared.isEmpty() ? "" : "shares " + String.join(", ", shared);
    String time = time(likeness.days());
    return words.isEmpty() ? time : time.isEmpty() ? words : words + "; " + time;
  }

  private static String time(double days) {
    if (Double.isNaN(days)) {
      return "";
    }
    long whole = Math.round(Math.abs(days));
    if (whole == 0) {
      return "same day";
    }
    String side = days < 0 ? "earlier" : "later";
    if (whole < 60) {
      return whole == 1 ? "1 day " + side : whole + " days " + side;
    }
    return whole < 700
        ? Math.round(whole / 30.4) + " months " + side
        : Math.round(whole / 365.25) + " years " + side;
  }
}
