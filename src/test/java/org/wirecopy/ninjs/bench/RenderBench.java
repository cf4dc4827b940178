package org.wirecopy.ninjs.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Byline;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Picture;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.article.Subject;
import org.wirecopy.ninjs.Formats;
import org.wirecopy.ninjs.Validation;

/** What a story of 3 kB with seven related ones costs in each format, found again, and checked. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RenderBench {
  private static final String PARAGRAPH =
      "The council said on Tuesday that “the line will be open before winter”, and that work on "
          + "the second platform – delayed twice since the spring – had begun. Riders had asked "
          + "for longer trains, the café at the old depot, and a roof over the stairs; two of the "
          + "three are in the plan that members will see next week, officials added.";

  @State(Scope.Thread)
  public static class Fresh {
    int version;
  }

  private final Formats formats = new Formats();
  private final Validation validation = new Validation();
  private final Article article = article();
  private final List<RelatedStory> related = related();
  private final Story same = story(0);
  private final byte[] document = formats.render("ninjs3", same);

  /** Starts with the formats and a partner's own mapping. */
  public RenderBench() {
    formats.register(
        "acme",
        "{\"id\": uri, \"title\": headlines[role=\"main\"].value,"
            + " \"html\": bodies[contentType=\"text/html\"].value,"
            + " \"also\": [associations[rel=\"seeAlso\"].{\"id\": uri, \"t\": headlines.value}]}");
    System.out.println("ninjs3 document: " + document.length + " bytes");
  }

  @State(Scope.Benchmark)
  public static class EachFormat {
    @Param({"ninjs3", "ninjs1", "superdesk", "acme"})
    public String format = "";
  }

  @Benchmark
  public byte[] rendered(EachFormat each, Fresh fresh) {
    return formats.render(each.format, story(++fresh.version));
  }

  @Benchmark
  public byte[] foundAgain() {
    return formats.render("ninjs3", same);
  }

  @Benchmark
  public List<String> checked() {
    return validation.faults(document);
  }

  private Story story(int version) {
    Instant now = Instant.ofEpochSecond(1_780_000_000L + version);
    return new Story(
        "tag:newsroom.example,2026:city:tram",
        version,
        Action.UPDATE,
        Status.USABLE,
        now,
        now,
        article,
        related);
  }

  private static Article article() {
    List<Block> body = new ArrayList<>();
    for (int bytes = 0; bytes < 3_000; bytes += PARAGRAPH.getBytes(StandardCharsets.UTF_8).length) {
      body.add(Block.paragraph(PARAGRAPH));
    }
    return Article.titled("Tram line nine to open “before winter”")
        .byline(new Byline("Our Bureau", List.of()))
        .dateline(
            new Dateline(
                "LINDHAVN",
                OffsetDateTime.parse("2026-08-25T12:28:00+05:30"),
                Dateline.Precision.LOCAL_TIME))
        .body(body)
        .pictures(List.of(Picture.captioned("A tram at the old depot")))
        .language("en")
        .urgency(4)
        .subjects(List.of(new Subject(Subject.DESK, "city", null)))
        .build();
  }

  private static List<RelatedStory> related() {
    List<RelatedStory> related = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      related.add(
          new RelatedStory(
              i % 3 == 0 ? null : "tag:newsroom.example,2026:city:story-" + i,
              null,
              "Second platform delayed again, riders “tired of waiting” " + i,
              OffsetDateTime.parse("2026-08-2" + i + "T00:00:00+05:30"),
              i % 3 == 0 ? null : "https://newsroom.example/city/story-" + i,
              true,
              i % 3 == 0,
              0.7,
              "same event"));
    }
    return related;
  }
}
