package org.wirecopy.ninjs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.ArticleBuilder;
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

/** Any story that the records allow, however odd: what a hostile file may at worst become. */
final class AnyStory extends DomainContextBase {
  private static final List<String> ODD =
      List.of(
          " ",
          "\u00A0",
          "\u0000",
          "\u0001x",
          "\uD800",
          "\uDC00y",
          "e\u0301",
          "\u0338",
          "\n",
          "\r\n",
          "a\tb",
          "<script>",
          "&amp;",
          "]]>",
          "\"",
          "\\",
          "\u2028",
          "\uFEFF",
          "\uFFFF",
          "\u202Eabc",
          "😀",
          "\u1112\u1161",
          "http://",
          "x:y",
          "en-GB",
          "e n",
          "https://a.example/b c");

  private static Arbitrary<String> text() {
    return Arbitraries.oneOf(
        Arbitraries.of(ODD),
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.of(ODD).list().ofMaxSize(4).map(parts -> String.join("", parts)));
  }

  private static Arbitrary<String> maybe() {
    return text().injectNull(0.4);
  }

  private static Arbitrary<String> headline() {
    return text().map(text -> text.isBlank() ? "\u0001" : text);
  }

  private static Arbitrary<String> address() {
    return Arbitraries.oneOf(
        text().map(text -> "https://a.example/" + text),
        text().map(text -> "HTTP://" + text),
        text().map(text -> "mailto:" + text),
        text().map(text -> "javascript:" + text),
        text());
  }

  private static Arbitrary<OffsetDateTime> date() {
    return Combinators.combine(instant(), Arbitraries.integers().between(-18 * 3600, 18 * 3600))
        .as((instant, offset) -> instant.atOffset(ZoneOffset.ofTotalSeconds(offset)))
        .injectNull(0.3);
  }

  private static Arbitrary<Instant> instant() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(-62_000_000_000L, 250_000_000_000L).map(Instant::ofEpochSecond),
        Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli),
        Arbitraries.of(
            Instant.parse("+20000-01-01T00:00:00Z"), Instant.parse("-0100-01-01T00:00:00Z")));
  }

  private static Arbitrary<Block> block() {
    Arbitrary<Span> span =
        Combinators.combine(text(), Arbitraries.of(Span.Style.values()), address().injectNull(0.6))
            .as(Span::new);
    return Combinators.combine(Arbitraries.of(Block.Kind.values()), span.list().ofMaxSize(3))
        .as(Block::new);
  }

  private static Arbitrary<Picture> picture() {
    Arbitrary<Picture.Media> media =
        Combinators.combine(
                text(),
                text(),
                Arbitraries.integers().between(-1, 9),
                Arbitraries.integers().between(0, 2))
            .as((digest, type, size, side) -> new Picture.Media(digest, type, size, side, size));
    return Combinators.combine(
            maybe(), maybe(), maybe(), address().injectNull(0.4), media.injectNull(0.5))
        .as(Picture::new);
  }

  private static Arbitrary<RelatedStory> related() {
    return Combinators.combine(
            address().injectNull(0.3),
            headline(),
            date(),
            address().injectNull(0.5),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(
            (uri, headline, date, href, listed, truncated) ->
                new RelatedStory(uri, null, headline, date, href, listed, truncated, 0.5, "why"));
  }

  private static Arbitrary<Article> article() {
    Arbitrary<ArticleBuilder> words =
        Combinators.combine(
                headline(), maybe(), maybe(), maybe(), maybe(), maybe(), maybe(), maybe())
            .as(
                (headline, subhead, summary, slug, language, correction, note, source) ->
                    Article.titled(headline)
                        .subhead(subhead)
                        .summary(summary)
                        .slug(slug)
                        .language(language)
                        .correction(correction)
                        .edNote(note)
                        .digitalSourceType(source));
    Arbitrary<Byline> byline =
        Combinators.combine(maybe(), text().list().ofMaxSize(2)).as(Byline::new);
    Arbitrary<Dateline> dateline =
        Combinators.combine(maybe(), date(), Arbitraries.of(Dateline.Precision.values()))
            .as(Dateline::new);
    Arbitrary<Rights> rights =
        Combinators.combine(maybe(), maybe(), maybe(), maybe(), maybe()).as(Rights::new);
    Arbitrary<Subject> subject =
        Combinators.combine(
                Arbitraries.oneOf(
                    maybe(), Arbitraries.of("desk", "medtop", "http://cv.example/topics/")),
                text(),
                maybe())
            .as(Subject::new);
    Arbitrary<ArticleBuilder> matter =
        Combinators.combine(
                words,
                byline,
                dateline,
                rights,
                block().list().ofMaxSize(5),
                picture().list().ofMaxSize(3),
                subject.list().ofMaxSize(3),
                Arbitraries.integers().between(-1, 11))
            .as(
                (builder, by, from, whose, body, pictures, subjects, urgency) ->
                    builder
                        .byline(by)
                        .dateline(from)
                        .rights(whose)
                        .body(body)
                        .pictures(pictures)
                        .subjects(subjects)
                        .urgency(urgency));
    return Combinators.combine(
            matter, text().list().ofMaxSize(2), date(), date(), address().injectNull(0.4))
        .as(
            (builder, genres, embargo, expires, href) ->
                builder.genres(genres).embargo(embargo).expires(expires).href(href).build());
  }

  @Provide
  Arbitrary<Story> stories() {
    return Combinators.combine(
            address(),
            Arbitraries.integers().between(1, 1_000_000),
            Arbitraries.of(Action.values()),
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Status.USABLE)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Status.values()))),
            instant(),
            instant(),
            article(),
            related().list().ofMaxSize(3))
        .as(Story::new);
  }
}
