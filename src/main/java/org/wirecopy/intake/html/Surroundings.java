package org.wirecopy.intake.html;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Byline;
import org.wirecopy.article.Dateline;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.Dates;

/** The short lines that a reader sees around the headline: who wrote the story, and when. */
final class Surroundings implements NodeFilter {
  private static final int LONGEST = 180;
  private static final int MOST = 3_000;
  private static final int MOST_NODES = 200;
  private static final int ABOVE = 8;
  private static final int BELOW = 24;
  private static final int AFTER_LABEL = 45;

  private static final Pattern DATE_NAMES =
      Pattern.compile(
          "\\b(?:date|datum|fecha|data|time|zeit|timestamp|published|publish|posted|pubdate|veröffentlicht|erstellt)\\b");
  private static final Pattern AUTHOR_NAMES =
      Pattern.compile(
          "\\b(?:byline|by line|authors?|author ?name|authorname|author ?link|contributors?|signature|autor|autoren|autorin|auteur|autore|writer|reporter|verfasser|redakteur|creator)\\b");
  private static final Pattern MODIFIED =
      Pattern.compile(
          "(?i)\\b(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato)\\b");

  private static final Pattern SINGLE = Pattern.compile("\\p{Lu}\\p{Ll}{2,15}");
  private static final Pattern EDGES = Pattern.compile("^[\\s|,/·•–-]+|[\\s|,/·•–-]+$");

  private final List<Line> lines = new ArrayList<>();
  private final String headline;
  private int at = -1;

  /** A short line and the names of the element it stands in. */
  private record Line(String text, String names, boolean cued) {
    boolean isAuthor() {
      return cued && AUTHOR_NAMES.matcher(names).find();
    }
  }

  private Surroundings(String headline) {
    this.headline = headline;
  }

  /** Reads a page from which hidden parts are already gone. */
  static Surroundings of(Element root, String headline) {
    Surroundings surroundings = new Surroundings(headline);
    NodeTraversor.filter(surroundings, root);
    return surroundings;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (!(node instanceof Element element) || lines.size() >= MOST) {
      return FilterResult.CONTINUE;
    }
    String tag = element.normalName();
    if (tag.equals("nav")
        || tag.equals("footer")
        || tag.equals("aside")
        || tag.equals("figure")
        || Hidden.is(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    String names = Cues.of(element);
    boolean cued =
        tag.equals("time")
            || !names.isEmpty()
                && (DATE_NAMES.matcher(names).find() || AUTHOR_NAMES.matcher(names).find());
    if (!cued
        && (Weights.isInline(element) || element.children().stream().anyMatch(this::isBlock))) {
      return FilterResult.CONTINUE;
    }
    String text = text(element);
    if (text == null) {
      return FilterResult.CONTINUE;
    }
    if (at < 0 && !headline.isEmpty() && Headlines.alike(text, headline) > 0.85) {
      at = lines.size();
    }
    lines.add(new Line(text, tag.equals("time") ? names + " time" : names, cued));
    return FilterResult.CONTINUE;
  }

  private boolean isBlock(Element element) {
    return !Weights.isInline(element);
  }

  /** The words of a short element, or null for one that is longer than a line. */
  private static @Nullable String text(Element element) {
    int[] letters = {0};
    int[] nodes = {0};
    StringBuilder words = new StringBuilder();
    NodeTraversor.filter(
        (node, depth) -> {
          if (node instanceof org.jsoup.nodes.TextNode text) {
            words.append(text.getWholeText()).append(' ');
            letters[0] += text.getWholeText().strip().length();
          }
          return letters[0] > LONGEST || nodes[0]++ > MOST_NODES
              ? FilterResult.STOP
              : FilterResult.CONTINUE;
        },
        element);
    String line = Text.clean(words.toString());
    return line.isEmpty() || letters[0] > LONGEST ? null : line;
  }

  private List<Line> near() {
    if (at < 0) {
      return List.of();
    }
    List<Line> near = new ArrayList<>(lines.subList(at + 1, Math.min(lines.size(), at + BELOW)));
    for (int i = at - 1; i >= Math.max(0, at - ABOVE); i--) {
      near.add(lines.get(i));
    }
    return near;
  }

  /** The date that stands near the headline, or else where a name promises one. */
  Dateline date(ZoneId zone, @Nullable String language) {
    Dateline best = Dateline.NONE;
    for (Line line : near()) {
      best = better(best, line, zone, language, line.cued());
    }
    if (best.date() == null) {
      for (Line line : lines) {
        if (line.cued() && DATE_NAMES.matcher(line.names()).find()) {
          best = better(best, line, zone, language, true);
        }
      }
    }
    return best;
  }

  private static Dateline better(
      Dateline have, Line line, ZoneId zone, @Nullable String language, boolean cued) {
    if (have.date() != null || !cued && MODIFIED.matcher(line.text()).find()) {
      return have;
    }
    Dates.Stated stated = Dates.find(line.text(), zone, language);
    boolean fits =
        stated != null
            && stated.start() < AFTER_LABEL
            && (cued || line.text().length() - (stated.end() - stated.start()) < AFTER_LABEL);
    return fits && stated != null ? stated.at(null) : have;
  }

  /** The byline that stands near the headline; {@link Byline#NONE} if there is none. */
  Byline byline(ZoneId zone, @Nullable String language) {
    List<Line> near = near();
    for (Line line : near) {
      Byline byline = line.isAuthor() ? named(line.text()) : Byline.NONE;
      if (!byline.names().isEmpty()) {
        return byline;
      }
    }
    for (Line line : near) {
      Byline byline = Bylines.recognise(line.text());
      if (byline != null && !byline.names().isEmpty()) {
        return byline;
      }
    }
    for (Line line : near) {
      String name = besideDate(line.text(), zone, language);
      if (name != null) {
        return new Byline(name, List.of(name));
      }
    }
    for (Line line : lines) {
      Byline byline = line.isAuthor() ? named(line.text()) : Byline.NONE;
      if (!byline.names().isEmpty()) {
        return byline;
      }
    }
    return Byline.NONE;
  }

  private static Byline named(String text) {
    Byline byline = Bylines.of(Authors.withoutLead(text));
    String only = byline.text();
    boolean nickname = byline.names().isEmpty() && only != null && SINGLE.matcher(only).matches();
    return nickname && only != null && !Bylines.isOffice(only)
        ? new Byline(only, List.of(only))
        : byline;
  }

  /** A name that shares its line with nothing but a date, or null. */
  private static @Nullable String besideDate(String text, ZoneId zone, @Nullable String language) {
    Dates.Stated stated = Dates.find(text, zone, language);
    if (stated == null || text.length() > AFTER_LABEL + 30) {
      return null;
    }
    String rest = text.substring(0, stated.start()) + " " + text.substring(stated.end());
    String name = Authors.withoutLead(EDGES.matcher(rest).replaceAll(""));
    return Bylines.isName(name) ? name : null;
  }
}
