package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Span;
import org.wirecopy.article.Span.Style;
import org.wirecopy.intake.CleanText;

/** Gathers one block's runs of text; white space is collapsed as a browser would. */
final class SpanLine {
  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();
  private Style style = Style.PLAIN;
  private @Nullable String href;
  private boolean spaceDue;
  private boolean empty = true;

  /** Adds text as it stands between two tags. */
  void add(String text, Style textStyle, @Nullable String textHref) {
    boolean sameRun = textStyle == style && Objects.equals(textHref, href);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        spaceDue = true;
        continue;
      }
      if (isDropped(c)) {
        continue;
      }
      boolean space = spaceDue && !empty;
      spaceDue = false;
      if (!sameRun) {
        if (space && style == Style.PLAIN && href == null) {
          // a space between a link and plain words belongs to the plain words
          run.append(' ');
          space = false;
        }
        closeRun();
        style = textStyle;
        href = textHref;
        sameRun = true;
      }
      if (space) {
        run.append(' ');
      }
      run.append(c);
      empty = false;
    }
  }

  /** Makes sure that what follows does not stick to what stands before. */
  void space() {
    spaceDue = true;
  }

  /** True as long as there is nothing to be read. */
  boolean isEmpty() {
    return empty;
  }

  /** True if the text so far ends a sentence, as far as its last character tells. */
  boolean endsSentence() {
    if (run.length() == 0) {
      return false;
    }
    return ".!?…。！？”\"»:;".indexOf(run.charAt(run.length() - 1)) >= 0;
  }

  /** Hands over the runs and starts afresh. */
  List<Span> take() {
    closeRun();
    List<Span> taken = List.copyOf(spans);
    spans.clear();
    style = Style.PLAIN;
    href = null;
    spaceDue = false;
    empty = true;
    return taken;
  }

  private void closeRun() {
    if (run.length() > 0) {
      String words = CleanText.text(run.toString());
      if (!words.isEmpty()) {
        spans.add(new Span(words, style, href));
      }
      run.setLength(0);
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  /** Control characters, soft hyphens and byte order marks have no place in a story. */
  private static boolean isDropped(char c) {
    return c < ' ' || (c >= 0x7f && c < 0xa0) || c == '\u00ad' || c == '\ufeff' || c == '\u200b';
  }
}
