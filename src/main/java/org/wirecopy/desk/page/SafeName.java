package org.wirecopy.desk.page;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The name under which an uploaded file goes to the inbox; it tells which story it is. */
final class SafeName {
  private static final int LONGEST = 100;

  /** What a file system takes, 255, less what stands before and behind it while it lies aside. */
  private static final int MOST_BYTES = 200;

  private static final Pattern UNFINISHED =
      Pattern.compile("(?i)(\\.(part|tmp|crdownload|filepart|swp))+$");
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._,()+-]+");

  private SafeName() {}

  /** A file's name without folders, tricks, or what would have it left alone. */
  static String of(String name) {
    String last = name.replace('\\', '/');
    last = last.substring(last.lastIndexOf('/') + 1);
    last = UNSAFE.matcher(last).replaceAll("-");
    String before;
    do {
      before = last;
      last = UNFINISHED.matcher(last).replaceAll("").replaceAll("^[ .~-]+|[ .~]+$", "");
    } while (!last.equals(before));
    String end = end(last);
    if (end.length() < last.length()) {
      last = end.replaceAll("^[ .~-]+", "");
    }
    return last.isBlank() ? "article.txt" : last;
  }

  /** As much of a name's end, which tells its format, as a file's name may have. */
  private static String end(String name) {
    int from = Math.max(0, name.length() - LONGEST);
    while (from < name.length()
        && (Character.isLowSurrogate(name.charAt(from))
            || name.substring(from).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)) {
      from++;
    }
    return name.substring(from);
  }
}
