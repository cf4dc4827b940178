package org.wirecopy.ninjs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Span;

/**
 * A story's body as partners get it.
 *
 * @param html clean HTML: {@code p h2 blockquote ul ol li em strong a} and nothing else
 * @param text the same words as plain text, a blank line between blocks, none between list items
 * @param words words in it, list marks not counted
 * @param characters Unicode characters in {@code text}
 */
record Body(String html, String text, int words, int characters) {

  static Body of(List<Block> blocks) {
    return new Setter().set(blocks);
  }

  /** Sets blocks into HTML and text, one after the other. */
  private static final class Setter {
    private final StringBuilder html = new StringBuilder(4096);
    private final StringBuilder text = new StringBuilder(4096);
    private int words;
    private int number;
    private Block.@Nullable Kind list;

    Body set(List<Block> blocks) {
      for (Block block : blocks) {
        String clean = Text.clean(block.text());
        String plain = clean.strip();
        if (!Text.isBlank(plain)) {
          words += Text.words(plain);
          openOrCloseList(block.kind());
          setText(block.kind(), plain);
          setHtml(block, clean);
        }
      }
      openOrCloseList(null);
      String plain = text.toString();
      return new Body(html.toString(), plain, words, plain.codePointCount(0, plain.length()));
    }

    private void openOrCloseList(Block.@Nullable Kind next) {
      Block.Kind wanted = next == Block.Kind.BULLET || next == Block.Kind.NUMBERED ? next : null;
      if (wanted == list) {
        return;
      }
      if (list != null) {
        html.append(list == Block.Kind.BULLET ? "</ul>\n" : "</ol>\n");
      }
      if (wanted != null) {
        html.append(wanted == Block.Kind.BULLET ? "<ul>\n" : "<ol>\n");
      }
      number = 0;
      list = wanted;
    }

    private void setText(Block.Kind kind, String plain) {
      boolean nextItem = kind == Block.Kind.NUMBERED || kind == Block.Kind.BULLET;
      nextItem &= number > 0;
      if (!text.isEmpty()) {
        text.append(nextItem ? "\n" : "\n\n");
      }
      number++;
      switch (kind) {
        case BULLET -> text.append("- ");
        case NUMBERED -> text.append(number).append(". ");
        case PARAGRAPH, SUBHEAD, QUOTE -> {}
      }
      text.append(plain);
    }

    /**
     * @param clean the words of all spans
     */
    private void setHtml(Block block, String clean) {
      String tag =
          switch (block.kind()) {
            case PARAGRAPH -> "p";
            case SUBHEAD -> "h2";
            case QUOTE -> "blockquote";
            case BULLET, NUMBERED -> "li";
          };
      html.append('<').append(tag).append('>');
      boolean single = block.spans().size() == 1;
      for (Span span : block.spans()) {
        setSpan(span, single ? clean : Text.clean(span.text()));
      }
      html.append("</").append(tag).append(">\n");
    }

    private void setSpan(Span span, String clean) {
      String href = Addresses.link(span.href());
      if (href != null) {
        html.append("<a href=\"");
        escape(href);
        html.append("\">");
      }
      String style =
          switch (span.style()) {
            case PLAIN -> null;
            case EMPHASIS -> "em";
            case STRONG -> "strong";
          };
      if (style != null) {
        html.append('<').append(style).append('>');
      }
      escape(clean);
      if (style != null) {
        html.append("</").append(style).append('>');
      }
      if (href != null) {
        html.append("</a>");
      }
    }

    private void escape(String words) {
      int length = words.length();
      int from = 0;
      if (length > 0 && joinsWhatStandsBefore(words.codePointAt(0))) {
        // U+0338 after a tag, for one, would make of its ">" the letter U+226F.
        int mark = words.codePointAt(0);
        html.append("&#").append(mark).append(';');
        from = Character.charCount(mark);
      }
      for (int i = from; i < length; i++) {
        String entity =
            switch (words.charAt(i)) {
              case '&' -> "&amp;";
              case '<' -> "&lt;";
              case '>' -> "&gt;";
              case '"' -> "&quot;";
              default -> null;
            };
        if (entity != null) {
          html.append(words, from, i).append(entity);
          from = i + 1;
        }
      }
      html.append(words, from, length);
    }

    /** Combining marks, and the vowels and finals of Hangul, which NFC joins to an initial. */
    private static boolean joinsWhatStandsBefore(int c) {
      int type = Character.getType(c);
      return (c >= 0x1160 && c <= 0x11FF)
          || type == Character.NON_SPACING_MARK
          || type == Character.COMBINING_SPACING_MARK
          || type == Character.ENCLOSING_MARK;
    }
  }
}
