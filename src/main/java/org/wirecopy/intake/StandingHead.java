package org.wirecopy.intake;

import java.util.regex.Pattern;

/** What stands above the headline of many releases and says nothing of this one. */
public final class StandingHead {
  private static final int LONGEST = 60;

  private static final Pattern STANDING =
      Pattern.compile(
          "(?iu)\\W*(?:for immediate (?:release|use|publication)|(?:press|media|news) (?:release|statement"
              + "|information|note)|statement|pressemitteilung|medienmitteilung|medieninformation"
              + "|presseinformation|pressemeldung|zur sofortigen veröffentlichung|communiqué(?: de presse)?"
              + "|pour diffusion immédiate|comunicado(?: de (?:prensa|imprensa))?|nota de (?:prensa|imprensa)"
              + "|comunicato stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|basın bülteni)\\W*");

  private StandingHead() {}

  /** True for a line such as {@code FOR IMMEDIATE RELEASE}. */
  public static boolean is(String line) {
    return line.length() <= LONGEST && STANDING.matcher(line).matches();
  }

  /** A text without such lines at its top, if there is more to it. */
  public static String without(String text) {
    String left = text.stripLeading();
    int end = left.indexOf('\n');
    while (end >= 0 && is(left.substring(0, end).strip()) && !left.substring(end).isBlank()) {
      left = left.substring(end).stripLeading();
      end = left.indexOf('\n');
    }
    return left.length() == text.stripLeading().length() ? text : left;
  }
}
