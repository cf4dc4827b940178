package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Span;
import org.wirecopy.article.Span.Style;
import org.wirecopy.intake.CleanText;

/** A paragraph being put together from runs of text: blanks collapse, equal runs join. */
final class TextRun {
  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();
  private Style style = Style.PLAIN;
  private @Nullable String href;

  void add(String text, Style runStyle, @Nullable String runHref) {
    boolean same = runStyle == style && (runHref == null ? href == null : runHref.equals(href));
    if (!same) {
      end();
      style = runStyle;
      href = runHref;
    }
    run.append(text);
  }

  /** The paragraph's spans, cleaned; empty if there are no words. Starts anew. */
  List<Span> take() {
    end();
    List<Span> taken = new ArrayList<>(spans);
    spans.clear();
    style = Style.PLAIN;
    href = null;
    if (!taken.isEmpty()) {
      Span last = taken.get(taken.size() - 1);
      String stripped = last.text().stripTrailing();
      taken.remove(taken.size() - 1);
      if (!stripped.isEmpty()) {
        taken.add(new Span(stripped, last.style(), last.href()));
      }
    }
    return taken;
  }

  private void end() {
    if (run.length() == 0) {
      return;
    }
    String text = CleanText.text(run.toString());
    run.setLength(0);
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = spans.isEmpty() || spans.get(spans.size() - 1).text().endsWith(" ");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        out.append(c);
        blank = false;
      } else if (!blank) {
        out.append(' ');
        blank = true;
      }
    }
    if (out.length() > 0) {
      // a blank alone is nothing to emphasise or to link
      boolean words = !out.toString().isBlank();
      spans.add(new Span(out.toString(), words ? style : Style.PLAIN, words ? href : null));
    }
  }
}
