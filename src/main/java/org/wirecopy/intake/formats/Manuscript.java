package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.ArticleBuilder;
import org.wirecopy.article.Block;
import org.wirecopy.article.Byline;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Span;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Dates;
import org.wirecopy.intake.Dates.Stated;
import org.wirecopy.intake.Facts;
import org.wirecopy.intake.FrontMatter;
import org.wirecopy.intake.HeadNotices;
import org.wirecopy.intake.PrintedDateline;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.ShownLanguage;
import org.wirecopy.intake.Source;

/**
 * A document as an author writes it: perhaps fields at the top, then headline, subhead, byline and
 * date, then the text. What its styles say counts before what its lines look like.
 */
final class Manuscript {
  private static final int LONGEST_HEADLINE = 250;
  private static final int LONGEST_META = 120;
  private static final int MOST_HEAD = 40;
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

  /** The headline, where it stands apart from the text. */
  void title(String headline) {
    title = headline.isBlank() ? null : headline;
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
    return new Layout(rest, facts, source).reading(format, media);
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

  /** Tells the paragraphs apart, in one pass. */
  private final class Layout {
    private final List<Paragraph> lines;
    private final Facts facts;
    private final Source source;
    private final List<Block> body = new ArrayList<>();
    private @Nullable String headline;
    private @Nullable String subhead;
    private Byline byline = Byline.NONE;
    private @Nullable Stated date;

    Layout(List<Paragraph> lines, Facts facts, Source source) {
      this.lines = lines.stream().filter(line -> !line.text().isEmpty()).toList();
      this.facts = facts;
      this.source = source;
      headline = facts.headline() == null ? title : facts.headline();
    }

    Reading reading(String format, Map<String, byte[]> media) {
      int title = headline == null ? title() : -1;
      if (title >= 0) {
        headline = CleanText.headline(lines.get(title).text());
      }
      for (int i = 0; i < lines.size(); i++) {
        if (i != title) {
          place(lines.get(i));
        }
      }
      if (headline == null && facts.recalls()) {
        headline = facts.id() == null ? CleanText.headline(source.name()) : facts.id();
      }
      if (headline == null || headline.isBlank()) {
        return Reading.rejected(
            "NO_HEADLINE",
            "No headline was found in the document.",
            "Put the headline into the first paragraph, alone, and drop the file again.");
      }
      if (body.isEmpty() && !facts.recalls()) {
        return Reading.rejected(
            "NO_BODY",
            "The document has a headline but no text.",
            "Put the article's paragraphs below the headline and drop the file again.");
      }
      ArticleBuilder article =
          Article.titled(headline)
              .subhead(subhead)
              .byline(byline)
              .body(body)
              .pictures(pictures)
              .language(ShownLanguage.of(body, source));
      date = date == null && sent != null ? WireDates.parse(sent, source.zone()) : date;
      Dateline found =
          PrintedDateline.complete(date == null ? Dateline.NONE : date.at(null), body, source);
      return HeadNotices.checked(
          new Reading.Articles(
              format, List.of(facts.applyTo(article, found).build()), warnings, media),
          head(headline),
          facts);
    }

    /** The lines as they stand, since one may have been taken for a byline, date or caption. */
    private List<String> head(String headline) {
      String text =
          lines.stream().limit(MOST_HEAD).map(Paragraph::text).collect(Collectors.joining("\n\n"));
      return HeadNotices.head((title == null ? "" : title + "\n\n") + text, headline);
    }

    /** The paragraph styled as title, else a heading at the top, else the first short paragraph. */
    private int title() {
      for (int i = 0; i < lines.size() && i < 12; i++) {
        if (lines.get(i).role() == Role.TITLE) {
          return i;
        }
      }
      for (int i = 0; i < lines.size() && i < 2; i++) {
        if (lines.get(i).role() == Role.HEADING) {
          return i;
        }
      }
      for (int i = 0; i < lines.size() && i < 3; i++) {
        String text = lines.get(i).text();
        boolean meta = Bylines.recognise(text) != null || mostlyDate(text) != null;
        if (!meta && text.length() <= LONGEST_HEADLINE) {
          return i;
        }
      }
      return -1;
    }

    private void place(Paragraph line) {
      String text = line.text();
      if (line.role() == Role.SUBTITLE && subhead == null && body.isEmpty()) {
        subhead = text;
      } else if (line.role() == Role.CAPTION) {
        caption(text);
      } else if (!(body.isEmpty() && isMeta(text)) && !text.equals(headline)) {
        body.add(new Block(line.kind(), line.spans()));
      }
    }

    /** A caption belongs to the last picture that has none. */
    private void caption(String text) {
      for (int i = 0; i < pictures.size(); i++) {
        Picture picture = pictures.get(i);
        if (picture.caption() == null) {
          pictures.set(
              i,
              new Picture(text, picture.credit(), picture.alt(), picture.href(), picture.media()));
          return;
        }
      }
      pictures.add(Picture.captioned(text));
    }

    private boolean isMeta(String text) {
      if (text.length() > LONGEST_META) {
        return false;
      }
      Byline named = byline == Byline.NONE ? Bylines.recognise(text) : null;
      if (named != null) {
        byline = named;
        return true;
      }
      Stated stated = date == null ? mostlyDate(text) : null;
      if (stated != null) {
        date = stated;
        return true;
      }
      return false;
    }

    /** A date that is nearly all of its line. */
    private @Nullable Stated mostlyDate(String text) {
      if (text.length() > LONGEST_META) {
        return null;
      }
      Stated stated = Dates.find(text, source.zone(), source.language());
      return stated != null && text.length() - (stated.end() - stated.start()) <= 16
          ? stated
          : null;
    }
  }
}
