package org.wirecopy.desk.page;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;

/** What changed from one version to the next: by paragraph, and by word within a paragraph. */
final class Differences {
  /** A run of words that stayed ({@code same}), came ({@code ins}) or went ({@code del}). */
  record Piece(String kind, String text) {}

  /** A changed paragraph. */
  record Paragraph(List<Piece> pieces) {}

  private Differences() {}

  static List<Paragraph> between(Article before, Article after) {
    List<Paragraph> changes = new ArrayList<>();
    List<String> old = lines(before);
    List<String> now = lines(after);
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      List<String> gone = delta.getSource().getLines();
      List<String> come = delta.getTarget().getLines();
      int pairs = Math.min(gone.size(), come.size());
      for (int i = 0; i < pairs; i++) {
        changes.add(new Paragraph(words(gone.get(i), come.get(i))));
      }
      gone.stream().skip(pairs).forEach(line -> changes.add(whole("del", line)));
      come.stream().skip(pairs).forEach(line -> changes.add(whole("ins", line)));
    }
    return changes;
  }

  private static List<String> lines(Article article) {
    List<String> head = new ArrayList<>();
    head.add(article.headline());
    Stream.of(article.subhead(), article.summary(), article.byline().text(), article.correction())
        .filter(text -> text != null && !text.isBlank())
        .forEach(head::add);
    return Stream.of(
            head.stream(),
            article.body().stream().map(Block::text),
            article.pictures().stream().map(p -> p.caption() == null ? "" : p.caption()))
        .flatMap(lines -> lines)
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static Paragraph whole(String kind, String line) {
    return new Paragraph(List.of(new Piece(kind, line)));
  }

  private static List<Piece> words(String before, String after) {
    List<Piece> pieces = new ArrayList<>();
    List<String> old = List.of(before.split("(?<=\\s)"));
    List<String> now = List.of(after.split("(?<=\\s)"));
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now, true).getDeltas()) {
      if (delta.getType() == DeltaType.EQUAL) {
        pieces.add(new Piece("same", String.join("", delta.getSource().getLines())));
        continue;
      }
      add(pieces, "del", delta.getSource().getLines());
      add(pieces, "ins", delta.getTarget().getLines());
    }
    return pieces;
  }

  private static void add(List<Piece> pieces, String kind, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(kind, String.join("", words)));
    }
  }
}
