package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirecopy.article.Block;
import org.wirecopy.article.Block.Kind;
import org.wirecopy.article.Span;
import org.wirecopy.article.Span.Style;

class BodyTest {

  @Test
  void everyKindOfBlockHasItsElement() {
    Body body =
        Body.of(
            List.of(
                Block.paragraph("One."),
                Block.of(Kind.SUBHEAD, "Two"),
                Block.of(Kind.QUOTE, "Three."),
                Block.of(Kind.BULLET, "four"),
                Block.of(Kind.BULLET, "five"),
                Block.of(Kind.NUMBERED, "six"),
                Block.of(Kind.NUMBERED, "seven"),
                Block.paragraph("Eight.")));

    assertThat(body.html())
        .isEqualTo(
            """
            <p>One.</p>
            <h2>Two</h2>
            <blockquote>Three.</blockquote>
            <ul>
            <li>four</li>
            <li>five</li>
            </ul>
            <ol>
            <li>six</li>
            <li>seven</li>
            </ol>
            <p>Eight.</p>
            """);
    assertThat(body.text())
        .isEqualTo(
            """
            One.

            Two

            Three.

            - four
            - five

            1. six
            2. seven

            Eight.""");
    assertThat(body.words()).isEqualTo(8);
    assertThat(body.characters()).isEqualTo(body.text().length());
  }

  @Test
  void listAtTheEndIsClosed() {
    assertThat(Body.of(List.of(Block.of(Kind.NUMBERED, "x"))).html())
        .isEqualTo("<ol>\n<li>x</li>\n</ol>\n");
  }

  @Test
  void emphasisAndLinksSurvive() {
    Block block =
        new Block(
            Kind.PARAGRAPH,
            List.of(
                Span.plain("See "),
                new Span("here", Style.STRONG, "https://a.example/?x=1&y=\"2\""),
                new Span(" or ", Style.EMPHASIS, null),
                new Span("write", Style.PLAIN, "mailto:desk@a.example")));

    assertThat(Body.of(List.of(block)).html())
        .isEqualTo(
            "<p>See <a href=\"https://a.example/?x=1&amp;y=%222%22\"><strong>here</strong></a>"
                + "<em> or </em><a href=\"mailto:desk@a.example\">write</a></p>\n");
    assertThat(Body.of(List.of(block)).text()).isEqualTo("See here or write");
  }

  @ParameterizedTest
  @CsvSource({"javascript:alert(1)", "data:text/html;base64;x", "vbscript:x", "/relative"})
  void otherLinksLoseTheirTargetAndKeepTheirWords(String href) {
    Block block = new Block(Kind.PARAGRAPH, List.of(new Span("here", Style.PLAIN, href)));

    assertThat(Body.of(List.of(block)).html()).isEqualTo("<p>here</p>\n");
  }

  @Test
  void markupInTheTextIsOnlyText() {
    Body body = Body.of(List.of(Block.paragraph("<script>alert(\"1\")</script> & 'more'")));

    assertThat(body.html())
        .isEqualTo("<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 'more'</p>\n");
    assertThat(body.text()).isEqualTo("<script>alert(\"1\")</script> & 'more'");
  }

  @Test
  void combiningMarkDoesNotChangeTheTagBeforeIt() {
    Block block =
        new Block(
            Kind.PARAGRAPH,
            List.of(
                new Span("e", Style.EMPHASIS, null),
                Span.plain("\u0338x"),
                Span.plain("\u1112"),
                Span.plain("\u1161")));
    String html = Body.of(List.of(block)).html();

    assertThat(html).startsWith("<p><em>e</em>&#824;x");
    assertThat(Normalizer.normalize(html, Normalizer.Form.NFC)).isEqualTo(html);
  }

  @Test
  void charactersAreCountedAsReadersSeeThem() {
    Body body = Body.of(List.of(Block.paragraph("Go 😀 cafe\u0301")));

    assertThat(body.characters()).isEqualTo(9);
    assertThat(body.words()).isEqualTo(3);
  }

  @Test
  void blocksWithoutWordsAreLeftOut() {
    Body body = Body.of(List.of(Block.paragraph(" \u0000 "), new Block(Kind.BULLET, List.of())));

    assertThat(body).isEqualTo(new Body("", "", 0, 0));
  }
}
