package org.wirecopy.intake.formats;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Rejection;
import org.wirecopy.intake.Source;

/** Drops files on the standard readers, as the inbox does. */
final class Drops {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Readers READERS = Readers.standard();

  private Drops() {}

  static Reading read(String name, byte[] bytes) {
    return READERS.read(new Source(name, bytes, Instant.parse("2026-03-15T00:00:00Z"), ZONE, null));
  }

  static Reading read(String name, String content) {
    return read(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static Reading.Articles articles(String name, byte[] bytes) {
    Reading reading = read(name, bytes);
    if (reading instanceof Reading.Articles articles) {
      return articles;
    }
    throw new AssertionError("not accepted: " + ((Reading.Rejected) reading).rejection());
  }

  static Article article(String name, String content) {
    return article(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static Article article(String name, byte[] bytes) {
    return articles(name, bytes).articles().get(0);
  }

  static Rejection rejection(String name, String content) {
    return rejection(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static Rejection rejection(String name, byte[] bytes) {
    Reading reading = read(name, bytes);
    if (reading instanceof Reading.Rejected rejected) {
      return rejected.rejection();
    }
    throw new AssertionError("accepted: " + reading);
  }

  static List<String> body(Article article) {
    return article.body().stream().map(Block::text).toList();
  }
}
