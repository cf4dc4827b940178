package org.wirecopy.desk.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Why a delivery stands where it does, in as few words as a line of a list has room for: the status
 * and what the partner said, taken out of whatever its server wrapped it in.
 */
final class Reason {
  private static final int LONGEST = 110;
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?:the partner answered )?HTTP (?<status>\\d{3})(?: \"(?<said>.*)\")?\\s*$",
          Pattern.DOTALL);
  private static final Pattern JSON_WORDS =
      Pattern.compile(
          "\"(?:detail|message|error_description|error|reason|title|description)\"\\s*:\\s*"
              + "\"(?<words>(?:[^\"\\\\]|\\\\.)+)\"?");

  private Reason() {}

  /** The reason, shortened. */
  static String brief(String reason) {
    Matcher answer = ANSWER.matcher(reason);
    if (!answer.find()) {
      return cut(reason.strip());
    }
    String said = answer.group("said") == null ? "" : cut(words(answer.group("said").strip()));
    return reason.substring(0, answer.start())
        + answer.group("status")
        + (said.isBlank() ? "" : " “" + said + "”");
  }

  private static String words(String said) {
    if (said.startsWith("{") || said.startsWith("[")) {
      Matcher words = JSON_WORDS.matcher(said);
      return words.find() ? words.group("words").replaceAll("\\\\(.)", "$1") : said;
    }
    return said.startsWith("<") ? Jsoup.parse(said).text() : said;
  }

  private static String cut(String text) {
    int end = Math.min(LONGEST, text.length());
    return end == text.length() ? text : text.substring(0, end).stripTrailing() + "…";
  }
}
