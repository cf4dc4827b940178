package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.List;
import org.wirecopy.article.Span;

/**
 * A line of Markdown without what is struck out in it: between two pairs of tildes (GitHub Flavored
 * Markdown), or between the tags that stand here as signs. What is opened and not closed in the
 * same line stays.
 */
final class MarkdownStrike {
  /** Stands for {@code <del>} and its like; no cleaned text holds it. */
  static final String TAG = "\u0001";

  /** Stands for {@code </del>}. */
  static final String END_TAG = "\u0002";

  private record Range(int start, int end) {}

  private final String line;
  private final List<Range> struck = new ArrayList<>();
  private boolean words;

  private MarkdownStrike(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    spans.forEach(span -> text.append(span.text()));
    line = text.toString();
  }

  /** What is left, and whether words are gone. */
  record Left(List<Span> spans, boolean struck) {}

  static Left of(List<Span> spans) {
    MarkdownStrike strike = new MarkdownStrike(spans);
    strike.find();
    return strike.struck.isEmpty()
        ? new Left(spans, false)
        : new Left(strike.without(spans), strike.words);
  }

  private void find() {
    int tag = -1;
    int tildes = -1;
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      int next = at + 1;
      if (c == '~') {
        while (next < line.length() && line.charAt(next) == '~') {
          next++;
        }
        if (next - at == 2 && tildes >= 0 && !isBlank(at - 1)) {
          strike(tildes, next, 2);
          tildes = -1;
        } else if (next - at == 2 && !isBlank(next)) {
          tildes = at;
        }
      } else if (c == TAG.charAt(0)) {
        tag = at;
      } else if (c == END_TAG.charAt(0)) {
        strike(tag < 0 ? at : tag, next, 1);
        tag = -1;
      }
      at = next;
    }
    if (tag >= 0) {
      strike(tag, tag + 1, 1);
    }
  }

  private void strike(int start, int end, int mark) {
    words |= end - start > mark && !line.substring(start + mark, end - mark).isBlank();
    // a range that holds others stands for them
    struck.removeIf(range -> range.start() >= start);
    int last = end;
    while (isBlank(start - 1) && last < line.length() && line.charAt(last) == ' ') {
      last++;
    }
    struck.add(new Range(start, last));
  }

  /** True beyond the line's ends, too. */
  private boolean isBlank(int at) {
    return at < 0 || at >= line.length() || Character.isWhitespace(line.charAt(at));
  }

  private List<Span> without(List<Span> spans) {
    List<Span> left = new ArrayList<>();
    int start = 0;
    int range = 0;
    for (Span span : spans) {
      int end = start + span.text().length();
      StringBuilder text = new StringBuilder();
      int at = start;
      while (at < end) {
        while (range < struck.size() && struck.get(range).end() <= at) {
          range++;
        }
        Range next = range < struck.size() ? struck.get(range) : new Range(end, end);
        if (next.start() > at) {
          int to = Math.min(end, next.start());
          text.append(line, at, to);
          at = to;
        } else {
          at = Math.min(end, next.end());
        }
      }
      if (text.length() > 0) {
        left.add(new Span(text.toString(), span.style(), span.href()));
      }
      start = end;
    }
    return left;
  }
}
