package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Span;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Facts;
import org.wirecopy.intake.FrontMatter;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;
import org.wirecopy.intake.StruckOut;

/**
 * A document as an author writes it: perhaps fields at the top, then headline, subhead, byline and
 * date, then the text. What its styles say counts before what its lines look like.
 */
final class Manuscript {
  private static final Pattern FIELD =
      Pattern.compile("\\p{L}[\\p{L}\\p{N} _-]{1,24}:(?:\\s.{0,2000})?");

  /** What a paragraph is by its style. */
  enum Role {
    TITLE,
    SUBTITLE,
    HEADING,
    TEXT,
    CAPTION
  }

  /** A paragraph; without spans where the document leaves a line blank. */
  record Paragraph(Role role, Block.Kind kind, List<Span> spans) {
    Paragraph {
      spans = List.copyOf(spans);
    }

    /** A paragraph of its role; a heading is a subhead of the body, and bold as it stands. */
    static Paragraph of(Role role, Block.Kind kind, List<Span> spans) {
      return role == Role.HEADING || role == Role.TITLE
          ? new Paragraph(
              role,
              Block.Kind.SUBHEAD,
              spans.stream()
                  .map(span -> new Span(span.text(), Span.Style.PLAIN, span.href()))
                  .toList())
          : new Paragraph(role, kind, spans);
    }

    String text() {
      return new Block(kind, spans).text().strip();
    }
  }

  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> margins = new ArrayList<>();
  private @Nullable String title;
  private @Nullable String sent;

  void add(Paragraph paragraph) {
    paragraphs.add(paragraph);
  }

  /** Takes a picture; one that the document shows again is the same picture. */
  void picture(Picture picture) {
    boolean shown =
        picture.media() != null
            && pictures.stream().anyMatch(one -> picture.media().equals(one.media()));
    if (!shown) {
      pictures.add(picture);
    }
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  /** Tells of struck-out text, once. */
  void struck() {
    if (!warnings.contains(StruckOut.WARNING)) {
      warnings.add(StruckOut.WARNING);
    }
  }

  /** The headline, where it stands apart from the text. */
  void title(String headline) {
    title = headline.isBlank() ? null : headline;
  }

  /** Takes what stands above or below each page: read for orders to the desk only. */
  void margin(Manuscript margin) {
    margins.addAll(margin.lines());
  }

  /** The lines that are not blank. */
  List<String> lines() {
    return paragraphs.stream().map(Paragraph::text).filter(line -> !line.isEmpty()).toList();
  }

  boolean isBlank() {
    return lines().isEmpty();
  }

  /** Adds fields, a line each, if that is what these are; else false. */
  boolean addFields(List<String> labels, List<String> values) {
    boolean oneLine =
        Stream.concat(labels.stream(), values.stream()).noneMatch(words -> words.contains("\n"));
    if (!oneLine || !FrontMatter.areFields(labels)) {
      return false;
    }
    for (int i = 0; i < labels.size(); i++) {
      String field = FrontMatter.label(labels.get(i)) + ": " + values.get(i);
      add(Paragraph.of(Role.TEXT, Block.Kind.PARAGRAPH, List.of(Span.plain(field))));
    }
    return true;
  }

  /** The date that counts if the text states none. */
  void sent(String date) {
    sent = date;
  }

  /** The article that the document holds, with the bytes of its pictures. */
  Reading reading(String format, Source source, Map<String, byte[]> media) {
    List<Paragraph> rest = paragraphs;
    Facts facts = Facts.NONE;
    String text = CleanText.text(lines(paragraphs));
    FrontMatter.Result matter = FrontMatter.of(text, source, true);
    if (matter instanceof FrontMatter.Result.Wrong wrong) {
      return new Reading.Rejected(wrong.rejection());
    }
    if (matter instanceof FrontMatter.Result.Found found) {
      facts = found.facts();
      int left = count(found.rest());
      int above = Math.max(0, count(text) - left);
      rest = withoutLabel(paragraphs.subList(above, paragraphs.size()), found.rest());
    }
    warnings.addAll(facts.warnings());
    return new ManuscriptLayout(facts, source, title, sent, margins)
        .reading(rest, pictures, warnings, format, media);
  }

  /** A line each; where fields at the top end, a blank one, since documents space by style. */
  private static String lines(List<Paragraph> paragraphs) {
    StringBuilder text = new StringBuilder();
    boolean fields = true;
    for (int i = 0; i < paragraphs.size(); i++) {
      String line = paragraphs.get(i).text().replace('\n', ' ');
      boolean field = FIELD.matcher(line).matches();
      if (fields && !field) {
        text.append(i > 0 && !line.isEmpty() ? "\n" : "");
        fields = false;
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }

  /** A label such as {@code Body:} in front of the first paragraph is no part of it. */
  private static List<Paragraph> withoutLabel(List<Paragraph> rest, String text) {
    int label = rest.isEmpty() ? -1 : rest.get(0).text().indexOf(':') + 1;
    String start = text.lines().findFirst().orElse("").strip();
    if (label <= 0
        || start.isEmpty()
        || rest.get(0).text().startsWith(start)
        || !CleanText.line(rest.get(0).text().substring(label)).equals(CleanText.line(start))) {
      return rest;
    }
    List<Span> spans = new ArrayList<>();
    int left = label;
    for (Span span : rest.get(0).spans()) {
      int cut = Math.min(left, span.text().length());
      left -= cut;
      String words = span.text().substring(cut);
      words = spans.isEmpty() ? words.stripLeading() : words;
      if (!words.isEmpty()) {
        spans.add(new Span(words, span.style(), span.href()));
      }
    }
    List<Paragraph> all = new ArrayList<>(rest);
    all.set(0, new Paragraph(rest.get(0).role(), rest.get(0).kind(), spans));
    return all;
  }

  private static int count(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
