package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Byline;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Dates;
import org.wirecopy.intake.Dates.Stated;
import org.wirecopy.intake.Facts;
import org.wirecopy.intake.Source;

/**
 * Tells the parts of a pasted story apart, line by line: headline, byline, date, counters,
 * captions, body, lists of other headlines. A page's text repeats its headline above each picture
 * (the picture's text alternative) with the caption below.
 */
final class StoryLayout {
  private static final int LONGEST_HEADLINE = 250;
  private static final int LONGEST_CAPTION = 220;
  private static final int SHORTEST_PROSE = 90;
  private static final int LONGEST_META = 120;
  private static final int LONGEST_SUBHEAD = 80;
  private static final Pattern PLACE =
      Pattern.compile(
          "^(\\p{Lu}[\\p{Lu} .,'’/-]{2,40}?)(?:, [^—–-]{3,24})? ?(?:\\([^)]{2,24}\\) ?)?[—–-]+ ");

  private final Source source;
  private final Map<String, Integer> counts;
  private final List<Block> body = new ArrayList<>();
  private final Set<String> captions = new LinkedHashSet<>();
  private final List<ListedHeadline> alsoRead = new ArrayList<>();
  private String headline = "";
  private Byline byline = Byline.NONE;
  private @Nullable Stated date;
  private @Nullable String place;

  private StoryLayout(List<TextLine> lines, Source source, Facts facts) {
    this.source = source;
    this.counts = TextLines.counts(lines);
    if (facts.headline() != null) {
      headline = facts.headline();
    }
    read(lines);
  }

  static StoryLayout of(List<TextLine> lines, Source source, Facts facts) {
    return new StoryLayout(lines, source, facts);
  }

  String headline() {
    return headline;
  }

  Byline byline() {
    return byline;
  }

  @Nullable Stated date() {
    return date;
  }

  @Nullable String place() {
    return place;
  }

  List<Block> body() {
    return body;
  }

  List<Picture> pictures() {
    return captions.stream().map(Picture::captioned).toList();
  }

  List<ListedHeadline> alsoRead() {
    return alsoRead;
  }

  private void read(List<TextLine> lines) {
    int i = 0;
    while (i < lines.size()) {
      TextLine line = lines.get(i);
      String text = line.text();
      if (Phrases.announcesList(text)) {
        i = readList(lines, i + 1);
      } else if (!Phrases.announcedInline(text).isEmpty()) {
        alsoRead.add(listed(Phrases.announcedInline(text), null));
        i++;
      } else if (isAltText(text)) {
        i = readCaption(lines, i + 1);
      } else {
        readLine(line);
        i++;
      }
    }
  }

  private void readLine(TextLine line) {
    String text = line.text();
    if (Phrases.isCounter(text) || Phrases.isChrome(text)) {
      return;
    }
    if (Phrases.isCaption(text)) {
      captions.add(text);
    } else if (!isMeta(line)) {
      if (headline.isEmpty() && isHeadline(text)) {
        headline = CleanText.headline(text);
      } else {
        addBody(line);
      }
    }
  }

  /** Byline and date stand before the body, or right after it on lines of their own. */
  private boolean isMeta(TextLine line) {
    String text = line.text();
    if (text.length() > LONGEST_META) {
      return false;
    }
    boolean early = body.isEmpty();
    Stated stated = Dates.find(text, source.zone(), source.language());
    if (stated == null && early) {
      stated = Dates.relative(text, source.modified(), source.zone());
    }
    boolean mostlyDate = stated != null && isMostly(stated, text);
    Byline named = Bylines.recognise(stated == null ? text : text.substring(0, stated.start()));
    if (named == null && early && !headline.isEmpty() && stated == null && isBareByline(line)) {
      named = Bylines.of(text);
    }
    if (stated != null && (mostlyDate || named != null) && date == null) {
      date = stated;
    }
    if (named != null && byline.text() == null) {
      byline = named;
    }
    return mostlyDate || named != null;
  }

  private boolean isBareByline(TextLine line) {
    return Bylines.isOffice(line.text())
        || (line.text().length() < 60 && Bylines.isName(line.text()));
  }

  /** True if little but the date stands on the line ("Published on …, updated"). */
  private static boolean isMostly(Stated stated, String text) {
    int rest = text.length() - (stated.end() - stated.start());
    return rest <= 30 && !Phrases.endsSentence(text);
  }

  private boolean isHeadline(String text) {
    return text.length() <= LONGEST_HEADLINE && text.indexOf(' ') > 0 && !text.contains("://");
  }

  private boolean isAltText(String text) {
    return text.equals(headline) && counts.getOrDefault(text, 0) > 1;
  }

  /** After a repeated headline: a short line that is no sentence of the body is the caption. */
  private int readCaption(List<TextLine> lines, int next) {
    if (next < lines.size()) {
      TextLine line = lines.get(next);
      boolean sameBlock = line.block() == lines.get(next - 1).block();
      if (sameBlock
          && line.text().length() <= LONGEST_CAPTION
          && !line.bullet()
          && !isMetaOnly(line)) {
        captions.add(line.text());
        return next + 1;
      }
    }
    return next;
  }

  private boolean isMetaOnly(TextLine line) {
    Stated stated = Dates.find(line.text(), source.zone(), source.language());
    return (stated != null && isMostly(stated, line.text()))
        || Bylines.recognise(line.text()) != null
        || Phrases.isCounter(line.text());
  }

  private void addBody(TextLine line) {
    String text = line.text();
    if (body.isEmpty()) {
      Matcher matcher = PLACE.matcher(text);
      if (matcher.find()) {
        place = matcher.group(1).strip();
      }
    }
    boolean subhead =
        !line.bullet()
            && !body.isEmpty()
            && text.length() <= LONGEST_SUBHEAD
            && !Phrases.endsSentence(text)
            && Character.isUpperCase(text.codePointAt(0))
            && text.indexOf(' ') > 0;
    body.add(
        Block.of(
            line.bullet() ? Block.Kind.BULLET : subhead ? Block.Kind.SUBHEAD : Block.Kind.PARAGRAPH,
            text));
  }

  /** Headlines, each with its date if one follows, until prose goes on. */
  private int readList(List<TextLine> lines, int from) {
    int i = from;
    while (i < lines.size() && !isProse(lines.get(i).text())) {
      String text = lines.get(i).text();
      Stated own = dateOnly(lines, i + 1);
      if (Phrases.isCounter(text) || Phrases.isChrome(text) || dateOnly(lines, i) != null) {
        i++;
      } else {
        alsoRead.add(listed(text, own));
        i += own == null ? 1 : 2;
      }
    }
    return i;
  }

  private static boolean isProse(String text) {
    boolean cut = text.endsWith("...") || text.endsWith("…");
    return !cut && text.length() > SHORTEST_PROSE && Phrases.endsSentence(text);
  }

  private @Nullable Stated dateOnly(List<TextLine> lines, int at) {
    if (at >= lines.size() || lines.get(at).text().length() > LONGEST_META / 2) {
      return null;
    }
    String text = lines.get(at).text();
    Stated stated = Dates.find(text, source.zone(), source.language());
    return stated != null && isMostly(stated, text) ? stated : null;
  }

  private static ListedHeadline listed(String text, @Nullable Stated date) {
    String headline = text;
    boolean truncated = false;
    if (headline.endsWith("...") || headline.endsWith("…")) {
      truncated = true;
      headline =
          headline.substring(0, headline.length() - (headline.endsWith("…") ? 1 : 3)).strip();
    }
    return new ListedHeadline(
        headline,
        truncated,
        date == null ? null : date.date(),
        date != null && date.dayOnly(),
        null);
  }
}
