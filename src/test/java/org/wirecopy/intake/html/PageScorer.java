package org.wirecopy.intake.html;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Dateline.Precision;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Scores the reader of web pages over the labelled pages in {@code ../shared/fixtures/html}, which
 * it unpacks below {@code target/} once. One command:
 *
 * <pre>mvn -o -q test -Djacoco.skip -Dtest=PageScorer -Dscorer="worst=10 fundus"</pre>
 *
 * <p>Arguments, all optional: names of corpora ({@code true} for all), {@code worst=N} to list the
 * N worst pages of each, {@code dump=DIR} to write what was read of every page, {@code split=NAME}
 * (default {@code dev}), {@code body} to leave the stand-first out of the body of the fundus pages,
 * whose gold has it there. Metrics are those of {@code fixtures/html/README.md}: a title counts if
 * its words are equal, authors if the names in the printed byline are the same set, a day if the
 * calendar day is (in the page's own offset or in UTC), an instant if it is the same second.
 */
final class PageScorer {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path FIXTURES = Path.of("../shared/fixtures/html");
  private static final List<String> ALL =
      List.of(
          "scrapinghub",
          "fundus",
          "fundus-eval",
          "trafilatura",
          "wcxb-article",
          "newspaper4k",
          "mozilla");

  private static final Set<String> STANDFIRST_COUNTS = Set.of("fundus");

  private final HtmlReader reader = new HtmlReader();
  private Path pages = Path.of("target/pages/html");
  private int worst;
  private boolean bodyOnly;
  private @Nullable Path dump;

  /** One page that fell short, and how. */
  private record Short(double score, String line) {}

  @Test
  void scores() throws IOException, InterruptedException {
    String args = System.getProperty("scorer");
    assumeTrue(args != null, "run with -Dscorer=true");
    assumeTrue(Files.isDirectory(FIXTURES), "no labelled pages beside this checkout");
    pages = unpacked();
    List<String> corpora = new ArrayList<>();
    String split = "dev";
    for (String arg : String.valueOf(args).split(" ", -1)) {
      if (arg.equals("body")) {
        bodyOnly = true;
      } else if (arg.startsWith("worst=")) {
        worst = Integer.parseInt(arg.substring(6));
      } else if (arg.startsWith("dump=")) {
        dump = Path.of(arg.substring(5));
      } else if (arg.startsWith("split=")) {
        split = arg.substring(6);
      } else if (!arg.equals("true")) {
        corpora.add(arg);
      }
    }
    System.out.println(
        "corpus         pages  body P    R     F1   exact  seg F  title  day   instant authors none"
            + "  CPU ms/page");
    for (String corpus : corpora.isEmpty() ? ALL : corpora) {
      score(split, corpus);
    }
  }

  private static Path unpacked() throws IOException, InterruptedException {
    Path target = Path.of("target/pages");
    if (!Files.isDirectory(target.resolve("html"))) {
      Process process =
          new ProcessBuilder("bash", FIXTURES.resolve("unpack").toString(), target.toString())
              .inheritIO()
              .start();
      if (process.waitFor() != 0) {
        throw new IOException("cannot unpack " + FIXTURES);
      }
    }
    return target.resolve("html");
  }

  private void score(String split, String corpus) throws IOException {
    Path folder = pages.resolve(split).resolve(corpus);
    PageScore body = new PageScore();
    Tally title = new Tally();
    Tally day = new Tally();
    Tally instant = new Tally();
    Tally authors = new Tally();
    Segments segments = new Segments();
    List<Short> shorts = new ArrayList<>();
    int none = 0;
    long nanos = 0;
    List<String> rows = Files.readAllLines(folder.resolve("gold.jsonl"));
    for (String row : rows) {
      JsonNode gold = JSON.readTree(row);
      byte[] bytes = Files.readAllBytes(folder.resolve(gold.path("file").asText()));
      long start = CLOCK.getCurrentThreadCpuTime();
      Reading reading =
          reader.read(new Source("page.html", bytes, Instant.EPOCH, ZoneOffset.UTC, null));
      nanos += CLOCK.getCurrentThreadCpuTime() - start;
      Article article = reading instanceof Reading.Articles read ? read.articles().get(0) : null;
      none += article == null ? 1 : 0;
      String found = article == null ? "" : text(article, corpus);
      String id = gold.path("id").asText();
      if (dump != null) {
        Files.createDirectories(dump.resolve(corpus));
        Files.writeString(
            dump.resolve(corpus).resolve(id + ".txt"), article == null ? "" : shown(article));
      }
      StringBuilder faults = new StringBuilder();
      double rank = 1;
      String wanted = wantedBody(gold, found);
      if (wanted != null) {
        PageScore.Page page = body.add(wanted, found);
        rank = page.f1();
        faults.append(String.format(Locale.ROOT, "P %.2f R %.2f", page.precision(), page.recall()));
      }
      rank = Math.min(rank, segments.add(gold, found));
      if (gold.hasNonNull("title")) {
        boolean right = article != null && same(gold.path("title").asText(), article.headline());
        title.add(right);
        if (!right) {
          faults
              .append(" | title: ")
              .append(gold.path("title").asText())
              .append(" <> ")
              .append(article == null ? "" : article.headline());
        }
      }
      judgeDate(gold, article, day, instant, faults);
      if (gold.path("authors").size() > 0) {
        Set<String> wantedNames = names(gold.path("authors"));
        Set<String> foundNames = new LinkedHashSet<>();
        if (article != null) {
          String printed = article.byline().text();
          for (String name : printed == null ? new String[0] : printed.split(", ", -1)) {
            foundNames.add(folded(name));
          }
        }
        boolean right = wantedNames.equals(foundNames);
        authors.add(right);
        if (!right) {
          faults.append(" | by: ").append(wantedNames).append(" <> ").append(foundNames);
        }
      }
      shorts.add(new Short(rank, String.format(Locale.ROOT, "%.3f %s %s", rank, id, faults)));
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %5d  %s %s  %s  %s  %s  %s %s %4d  %6.1f%n",
        corpus,
        rows.size(),
        body.pages() == 0
            ? "   –     –     –     –  "
            : String.format(
                Locale.ROOT,
                "%.3f %.3f %.3f %.3f",
                body.precision(),
                body.recall(),
                body.f1(),
                body.exact()),
        segments,
        title,
        day,
        instant,
        authors,
        "",
        none,
        nanos / 1e6 / rows.size());
    shorts.sort(Comparator.comparingDouble(Short::score));
    shorts.stream().limit(worst).forEach(s -> System.out.println("  " + s.line()));
  }

  private static void judgeDate(
      JsonNode gold, @Nullable Article article, Tally day, Tally instant, StringBuilder faults) {
    String wanted = gold.path("date").asText("");
    if (!wanted.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
      return;
    }
    OffsetDateTime found = article == null ? null : article.dateline().date();
    String wantedDay = wanted.substring(0, 10);
    boolean sameDay =
        found != null
            && (found.toLocalDate().toString().equals(wantedDay)
                || found
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString()
                    .equals(wantedDay));
    String iso = wanted.replace(' ', 'T');
    boolean timed = iso.matches(".*T.*(?:Z|[+-]\\d\\d:\\d\\d)$");
    if (timed) {
      Instant at = OffsetDateTime.parse(iso).toInstant();
      boolean sameInstant =
          article != null
              && found != null
              && article.dateline().precision() == Precision.INSTANT
              && found.toInstant().getEpochSecond() == at.getEpochSecond();
      instant.add(sameInstant);
      sameDay |= sameInstant;
      if (!sameInstant) {
        faults.append(" | at: ").append(wanted).append(" <> ").append(found);
      }
    }
    day.add(sameDay);
    if (!sameDay && !timed) {
      faults.append(" | day: ").append(wanted).append(" <> ").append(found);
    }
  }

  /** The gold body; what is marked optional in it counts only where it was found. */
  private static @Nullable String wantedBody(JsonNode gold, String found) {
    if (gold.hasNonNull("expected_html")) {
      return HtmlBlocks.ofFragment(gold.path("expected_html").asText(), "").text();
    }
    if (gold.hasNonNull("body_text")) {
      return gold.path("body_text").asText();
    }
    if (!gold.has("body_paragraphs")) {
      return null;
    }
    Set<Integer> optional = new LinkedHashSet<>();
    gold.path("optional").forEach(index -> optional.add(index.asInt()));
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < gold.path("body_paragraphs").size(); i++) {
      String paragraph = gold.path("body_paragraphs").get(i).asText();
      if (!optional.contains(i) || found.contains(paragraph.strip())) {
        paragraphs.add(paragraph);
      }
    }
    return String.join("\n", paragraphs);
  }

  /** The body; where the gold counts the stand-first as body, with the stand-first. */
  private String text(Article article, String corpus) {
    String body = article.body().stream().map(Block::text).collect(Collectors.joining("\n"));
    String subhead = article.subhead();
    boolean counted = STANDFIRST_COUNTS.contains(corpus) && !bodyOnly && subhead != null;
    return counted ? subhead + "\n" + body : body;
  }

  private static String shown(Article article) {
    return article.headline()
        + "\n"
        + article.byline()
        + "\n"
        + article.dateline()
        + "\n"
        + article.pictures()
        + "\n"
        + article.alsoRead()
        + "\n\nSUB: "
        + article.subhead()
        + "\n"
        + article.body().stream()
            .map(b -> b.kind() + ": " + b.text())
            .collect(Collectors.joining("\n"));
  }

  private static boolean same(String wanted, String found) {
    return PageScore.tokens(folded(wanted)).equals(PageScore.tokens(folded(found)));
  }

  private static Set<String> names(JsonNode authors) {
    Set<String> names = new LinkedHashSet<>();
    authors.forEach(author -> names.add(folded(author.asText())));
    return names;
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
