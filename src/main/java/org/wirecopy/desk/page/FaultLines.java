package org.wirecopy.desk.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text around the fault that a file was rejected for, where the reason names a line. */
public final class FaultLines {
  private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,7})\\b");
  private static final int AROUND = 2;
  private static final int READ = 200_000;
  private static final int LONGEST_LINE = 200;

  /** A line of a file, numbered from 1. */
  public record Line(int number, String text, boolean fault) {}

  private FaultLines() {}

  /** The lines, or none if the reason names no line or the file is no text. */
  public static List<Line> around(InboxFolder.Rejected rejected) throws IOException {
    Matcher line = LINE.matcher(rejected.reason());
    if (!line.find()) {
      return List.of();
    }
    int fault = Integer.parseInt(line.group(1));
    String text = new String(InboxFolder.beginning(rejected.file(), READ), StandardCharsets.UTF_8);
    if (text.indexOf('\0') >= 0) {
      return List.of();
    }
    List<String> lines = text.lines().limit((long) fault + AROUND).toList();
    List<Line> around = new ArrayList<>();
    for (int i = Math.max(1, fault - AROUND); i <= lines.size(); i++) {
      String shown = lines.get(i - 1);
      around.add(
          new Line(
              i,
              shown.length() > LONGEST_LINE ? shown.substring(0, LONGEST_LINE) + " …" : shown,
              i == fault));
    }
    return around;
  }
}
