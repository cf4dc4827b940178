package org.wirecopy.intake;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that is nothing but an order and the time it holds for, such as {@code HOLD FOR SUNDAY},
 * {@code Embargo 6am Saturday} or {@code For release: 5 December}. A headline has other words, too.
 */
final class TimedOrder {
  private static final int LONGEST = 100;

  private static final Pattern ORDER =
      Pattern.compile(
          HeadNotices.START
              + "(?:please |bitte )?(?:(?:(?:strictly|strict|under|press|news|media)\\s+){0,2}(?:embargo(?:ed)?|эмбарго)"
              + "|hold for|hold (?:until|till)|hfr|advance(?: for)?|release time"
              + "|for (?:release|use|publication|broadcast)|for(?=.{3,40} (?:release|use|publication)\\W*$)"
              + "|(?:do not (?:use|publish|run|release|broadcast) |not (?:to be (?:used|published|released) )?)"
              + "(?:before|until|till)"
              + "|sende?sperrfrist|sperrfrist|gesperrt bis|frei(?:gegeben)? ab|freigabe(?: ab)?"
              + "|nicht (?:veröffentlichen )?vor|ne pas (?:diffuser|publier|utiliser) avant"
              + "|diffusion interdite (?:avant|jusqu['’]au?)|no (?:publicar|difundir) (?:antes del?|hasta)"
              + "|non (?:pubblicare|diffondere) prima del?|niet publiceren voor"
              + "|محظور النشر حتى|解禁)(?![\\p{L}\\p{N}])");

  /** Words between the figures of a time and about them. */
  private static final Set<String> JOINTS =
      Set.of(
          "until",
          "till",
          "to",
          "not",
          "before",
          "after",
          "from",
          "by",
          "for",
          "and",
          "or",
          "release",
          "publication",
          "broadcast",
          "use",
          "ends",
          "expires",
          "date",
          "time",
          "local",
          "hrs",
          "hours",
          "hour",
          "h",
          "gmt",
          "utc",
          "bst",
          "est",
          "edt",
          "et",
          "pst",
          "pdt",
          "pt",
          "cet",
          "cest",
          "mez",
          "p",
          "m",
          "pm",
          "st",
          "nd",
          "rd",
          "th",
          "er",
          "papers",
          "editions",
          "newspapers",
          "thereafter",
          "bis",
          "ab",
          "vor",
          "dem",
          "zum",
          "der",
          "veroffentlichen",
          "frei",
          "jusqu",
          "au",
          "avant",
          "heures",
          "heure",
          "hasta",
          "horas",
          "hs",
          "el",
          "al",
          "fino",
          "alle",
          "tot",
          "ate",
          "до",
          "ч",
          "年",
          "月",
          "日",
          "時",
          "点",
          "分",
          "午前",
          "午後",
          "上午",
          "下午",
          "ص",
          "م");

  private static final Set<String> TIMES =
      Set.of(
          "noon",
          "midnight",
          "tonight",
          "tomorrow",
          "morning",
          "evening",
          "morgen",
          "mittag",
          "mitternacht",
          "demain",
          "midi",
          "minuit",
          "manana",
          "mediodia",
          "domani");

  private static final Set<String> SHORT_DAYS =
      Set.of("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun");

  private TimedOrder() {}

  static boolean is(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    Matcher order = ORDER.matcher(line);
    return order.lookingAt() && isTime(line, order.end());
  }

  /** True if the rest of a line tells a day or an hour, and nothing else. */
  static boolean isTime(String line, int from) {
    DateTokens tokens = DateTokens.of(line, from);
    boolean told = false;
    for (int i = 0; i < tokens.count(); i++) {
      int number = tokens.number(i);
      String word = tokens.word(i);
      boolean day = isDay(word) || TIMES.contains(word) || (number >= 0 && tokens.digits(i) <= 2);
      boolean known =
          day || number >= 0 || word.isEmpty() || JOINTS.contains(word) || Dates.isLead(word);
      if (!known) {
        return false;
      }
      told |= day;
    }
    return told;
  }

  private static boolean isDay(String word) {
    boolean weekday = (word.length() > 4 || SHORT_DAYS.contains(word)) && Dates.isLead(word);
    return !word.isEmpty() && (weekday || Dates.isMonth(word));
  }
}
