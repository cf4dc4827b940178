package org.wirecopy.intake.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Span;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Whatever the bytes: articles or a rejection, and nothing unsafe in them. More of them with {@code
 * -Djqwik.tries.default=1000000}.
 */
class AnyPageTest {
  private static final List<String> PIECES =
      List.of(
          "<html>",
          "<!doctype html>",
          "<body>",
          "<p>",
          "</p>",
          "<div class='related'>",
          "</div>",
          "<article>",
          "</article>",
          "<h1>Storm closes port</h1>",
          "<h2>",
          "<ul><li>",
          "</ul>",
          "<table>",
          "<td>",
          "<blockquote>",
          "<figure><figcaption>",
          "</figure>",
          "<a href='javascript:x'>",
          "<a href='/a'>",
          "</a>",
          "<script type='application/ld+json'>",
          "</script>",
          "{\"@type\":\"NewsArticle\",\"headline\":[{}],\"author\":{\"name\":[1]},\"datePublished\":7}",
          "{\"@graph\":[{\"@id\":\"a\"}],",
          "<b>",
          "<svg>",
          "<math>",
          "<template>",
          "<plaintext>",
          "<frameset>",
          "<form>",
          "<select>",
          "<base href='::'>",
          "<meta property=og:title content='x'>",
          "<time datetime='2024-99-99T99:99'>",
          "<meta charset=utf-7>",
          "&#0;",
          "\u0000",
          "\ud800",
          "<img src=x onerror=y width=999999999999>",
          "<!--",
          "-->",
          "<![CDATA[",
          "Ferries sailed from Dover again, the first since the storm, the port said on Thursday. ",
          "<p hidden>",
          "<div style='display:none'>",
          "<br><br>",
          "<title>Storm closes port</title>");

  private final HtmlReader reader = new HtmlReader();

  @Property(seed = "2026")
  void markupOfAnyKindIsAnswered(@ForAll("markup") String markup) {
    check(markup.getBytes(StandardCharsets.UTF_8));
  }

  @Property(seed = "2026")
  void bytesOfAnyKindAreAnswered(@ForAll byte[] bytes) {
    check(bytes);
  }

  private void check(byte[] bytes) {
    Source source = new Source("any", bytes, Instant.EPOCH, ZoneOffset.UTC, null);
    reader.recognises(source);
    Reading reading = reader.read(source);
    if (reading instanceof Reading.Rejected rejected) {
      assertThat(rejected.rejection().remedy()).isNotBlank();
      return;
    }
    for (Article article : ((Reading.Articles) reading).articles()) {
      assertThat(article.headline()).isNotBlank().doesNotContain("\u0000");
      for (Block block : article.body()) {
        assertThat(block.text()).isNotBlank().doesNotContain("\u0000");
        for (Span span : block.spans()) {
          String href = span.href();
          assertThat(href == null || href.matches("(?i)(?:https?|mailto):.*")).isTrue();
        }
      }
    }
  }

  @Provide
  Arbitrary<String> markup() {
    return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(60).map(p -> String.join("", p));
  }
}
