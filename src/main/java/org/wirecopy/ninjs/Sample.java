package org.wirecopy.ninjs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Byline;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Picture;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Rights;
import org.wirecopy.article.Span;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.article.Subject;

/** An invented story with something in every part, on which a partner's mapping is tried. */
final class Sample {
  private static final String URI = "tag:newsroom.example,2026:city:harbour-ferry";
  private static final Instant FIRST = Instant.parse("2026-03-04T08:15:30Z");

  private Sample() {}

  /** The story as first published. */
  static Story story() {
    return new Story(URI, 1, Action.PUBLISH, Status.USABLE, FIRST, FIRST, article(), related());
  }

  /** The same story killed. */
  static Story kill() {
    return new Story(
        URI,
        2,
        Action.KILL,
        Status.CANCELED,
        FIRST,
        FIRST.plusSeconds(5_400),
        article().toBuilder()
            .status(Status.CANCELED)
            .edNote("The ferry line was not sold. Please remove all versions.")
            .build(),
        List.of());
  }

  private static Article article() {
    return Article.titled("Night ferry returns to the old harbour")
        .subhead("First sailing since the quay was rebuilt")
        .summary("After two winters the night ferry sails again from the old harbour.")
        .slug("harbour-ferry")
        .byline(new Byline("Mira Solheim", List.of("Mira Solheim")))
        .dateline(
            new Dateline(
                "LINDHAVN",
                OffsetDateTime.parse("2026-03-04T00:00:00+01:00"),
                Dateline.Precision.DAY))
        .body(
            List.of(
                Block.paragraph("The night ferry left the old harbour at 22:40 on Tuesday."),
                Block.of(Block.Kind.SUBHEAD, "A quay made new"),
                new Block(
                    Block.Kind.PARAGRAPH,
                    List.of(
                        Span.plain("Masons worked “two winters & a spring” on it, the "),
                        new Span(
                            "port office", Span.Style.EMPHASIS, "https://port.lindhavn.example/"),
                        Span.plain(" said."))),
                Block.of(Block.Kind.BULLET, "Two sailings a night"),
                Block.of(Block.Kind.BULLET, "Bicycles travel free")))
        .pictures(
            List.of(
                new Picture(
                    "The ferry Alken at the rebuilt quay",
                    "Jon Brekke",
                    "A white ferry with its bow door open",
                    "https://pictures.newsroom.example/alken.jpg",
                    null)))
        .language("en")
        .urgency(4)
        .subjects(
            List.of(
                new Subject(Subject.DESK, "city", "City"),
                new Subject("medtop", "20000337", "water transport"),
                Subject.tag("ferries")))
        .genres(List.of("Current"))
        .rights(
            new Rights(
                "Lindhavn Press Agency",
                "LPA",
                "Lindhavn Press Agency",
                "© 2026 Lindhavn Press Agency",
                "For subscribers; no resale"))
        .href("https://newsroom.example/city/harbour-ferry")
        .build();
  }

  private static List<RelatedStory> related() {
    return List.of(
        new RelatedStory(
            "tag:newsroom.example,2026:city:quay-opens",
            null,
            "Rebuilt quay opens to walkers",
            OffsetDateTime.parse("2026-02-20T11:00:00+01:00"),
            "https://newsroom.example/city/quay-opens",
            true,
            false,
            1.0,
            "listed in the file"),
        new RelatedStory(
            null,
            null,
            "Council votes on night sailings after a long",
            OffsetDateTime.parse("2025-11-12T00:00:00+01:00"),
            null,
            true,
            true,
            0.0,
            "listed in the file, not in the archive"));
  }
}
