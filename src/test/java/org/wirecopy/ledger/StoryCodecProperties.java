package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.NullUnmarked;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Byline;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Picture;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Rights;
import org.wirecopy.article.Span;
import org.wirecopy.article.Status;
import org.wirecopy.article.Subject;

/** What is stored is read back as it was, to the last component. */
@NullUnmarked
class StoryCodecProperties {
  private final StoryCodec codec = new StoryCodec();

  private static Arbitrary<String> text() {
    return Arbitraries.strings().ofMaxLength(20).filter(StoryCodecProperties::hasWholeCharacters);
  }

  /** A lone surrogate has no UTF-8; readers never let one through. */
  private static boolean hasWholeCharacters(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
  }

  private static Arbitrary<String> maybe() {
    return text().injectNull(0.4);
  }

  private static Arbitrary<OffsetDateTime> time() {
    return Combinators.combine(
            Arbitraries.longs().between(-2_000_000_000L, 4_000_000_000L),
            Arbitraries.integers().between(0, 999_999_999),
            Arbitraries.integers().between(-18 * 60, 18 * 60))
        .as(
            (second, nano, offset) ->
                LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC)
                    .atOffset(ZoneOffset.ofTotalSeconds(offset * 60)))
        .injectNull(0.3);
  }

  @Provide
  Arbitrary<Article> articles() {
    Arbitrary<Span> spans =
        Combinators.combine(text(), Arbitraries.of(Span.Style.class), maybe()).as(Span::new);
    Arbitrary<List<Block>> body =
        Combinators.combine(Arbitraries.of(Block.Kind.class), spans.list().ofMaxSize(3))
            .as(Block::new)
            .list()
            .ofMaxSize(4);
    Arbitrary<Picture.Media> media =
        Combinators.combine(text(), text(), Arbitraries.longs(), Arbitraries.integers())
            .as((digest, type, bytes, side) -> new Picture.Media(digest, type, bytes, side, 7))
            .injectNull(0.5);
    Arbitrary<List<Picture>> pictures =
        Combinators.combine(maybe(), maybe(), maybe(), maybe(), media)
            .as(Picture::new)
            .list()
            .ofMaxSize(2);
    Arbitrary<List<ListedHeadline>> listed =
        Combinators.combine(
                text(), Arbitraries.of(true, false), time(), Arbitraries.of(true, false), maybe())
            .as(ListedHeadline::new)
            .list()
            .ofMaxSize(2);
    Arbitrary<Dateline> datelines =
        Combinators.combine(maybe(), time(), Arbitraries.of(Dateline.Precision.class))
            .as(Dateline::new);
    Arbitrary<Byline> bylines =
        Combinators.combine(maybe(), text().list().ofMaxSize(2)).as(Byline::new);
    Arbitrary<Rights> rights =
        Combinators.combine(maybe(), maybe(), maybe(), maybe(), maybe()).as(Rights::new);
    Arbitrary<List<Subject>> subjects =
        Combinators.combine(maybe(), text(), maybe()).as(Subject::new).list().ofMaxSize(2);
    Arbitrary<Article> first =
        Combinators.combine(
                maybe(),
                Arbitraries.of(Status.class),
                text().filter(headline -> !headline.isBlank()),
                bylines,
                datelines,
                body,
                pictures,
                listed)
            .as(
                (id, status, headline, byline, dateline, blocks, shots, also) ->
                    Article.titled(headline)
                        .id(id)
                        .status(status)
                        .byline(byline)
                        .dateline(dateline)
                        .body(blocks)
                        .pictures(shots)
                        .alsoRead(also)
                        .build());
    return Combinators.combine(
            first, maybe(), time(), time(), subjects, rights, text().list().ofMaxSize(2))
        .as(
            (article, any, embargo, expires, about, whose, names) ->
                article.toBuilder()
                    .subhead(any)
                    .summary(any)
                    .slug(any)
                    .language(any)
                    .urgency(3)
                    .subjects(about)
                    .genres(names)
                    .rights(whose)
                    .embargo(embargo)
                    .expires(expires)
                    .correction(any)
                    .edNote(any)
                    .href(any)
                    .digitalSourceType(any)
                    .partners(names)
                    .build());
  }

  @Provide
  Arbitrary<RelatedStory> relatedStories() {
    return Combinators.combine(
            maybe(),
            maybe(),
            text(),
            time(),
            maybe(),
            Arbitraries.of(true, false),
            Arbitraries.doubles().between(0, 1),
            text())
        .as(
            (uri, id, headline, date, href, flag, score, why) ->
                new RelatedStory(uri, id, headline, date, href, flag, !flag, score, why));
  }

  @Provide
  Arbitrary<ArchiveStory> archiveStories() {
    return Combinators.combine(
            text(), maybe(), text(), time(), maybe(), maybe(), Arbitraries.of(true, false))
        .as(
            (uri, id, words, date, source, href, flag) ->
                new ArchiveStory(uri, id, words, words, date, flag, source, href, source, !flag));
  }

  @Property(seed = "2026", tries = 500)
  void articleIsReadBackAsItWas(@ForAll("articles") Article article) {
    byte[] json = codec.article(article);
    assertThat(codec.article(json)).isEqualTo(article);
    assertThat(codec.article(codec.article(json))).isEqualTo(json);
  }

  @Property(seed = "2026", tries = 200)
  void relatedListIsReadBackAsItWas(@ForAll("relatedStories") RelatedStory related) {
    List<RelatedStory> list = List.of(related, related);
    assertThat(codec.related(codec.related(list))).isEqualTo(list);
  }

  @Property(seed = "2026", tries = 200)
  void archiveStoryIsReadBackAsItWas(@ForAll("archiveStories") ArchiveStory story) {
    assertThat(codec.archive(codec.archive(story))).isEqualTo(story);
  }
}
