package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.wirecopy.article.Span;

/**
 * A table drawn with bars, which the parser takes for a paragraph: a line for each row, as the
 * tables of pages are read.
 */
final class MarkdownTable {
  /** What {@link #rows} takes rows apart by. */
  static final String ROW_END = "\n";

  private static final Pattern RULE =
      Pattern.compile("\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?\\s*");

  private MarkdownTable() {}

  /** True for a paragraph whose second line is a rule with bars. */
  static boolean is(Paragraph paragraph) {
    Node at = paragraph.getFirstChild();
    while (at != null && !(at instanceof SoftLineBreak)) {
      at = at.getNext();
    }
    return at != null
        && at.getNext() instanceof Text rule
        && rule.getLiteral().indexOf('|') >= 0
        && rule.getLiteral().indexOf('-') >= 0
        && RULE.matcher(rule.getLiteral()).matches();
  }

  /** The rows of spans in which {@link #ROW_END} stands for the end of a line; without the rule. */
  static List<List<Span>> rows(List<Span> spans) {
    List<List<Span>> rows = new ArrayList<>();
    List<Span> row = new ArrayList<>();
    for (Span span : spans) {
      if (span.text().equals(ROW_END)) {
        rows.add(row);
        row = new ArrayList<>();
      } else if (!RULE.matcher(span.text()).matches() || span.text().indexOf('|') < 0) {
        String cells = span.text().replaceAll("\\s*\\|\\s*", " ");
        row.add(new Span(row.isEmpty() ? cells.stripLeading() : cells, span.style(), span.href()));
      }
    }
    rows.add(row);
    return rows;
  }
}
