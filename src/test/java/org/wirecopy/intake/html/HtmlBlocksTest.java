package org.wirecopy.intake.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Block;
import org.wirecopy.article.Block.Kind;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Span;
import org.wirecopy.article.Span.Style;

class HtmlBlocksTest {

  @Test
  void paragraphsSubheadsQuotesAndListsBecomeBlocks() {
    HtmlBlocks read =
        read(
            "<p>Ferries sailed.</p><h3>Damage</h3><blockquote><p>It held.</p></blockquote>"
                + "<ul><li>one</li><li><p>two</p></li></ul><ol><li>first</li></ol>");
    assertThat(read.blocks())
        .containsExactly(
            Block.paragraph("Ferries sailed."),
            Block.of(Kind.SUBHEAD, "Damage"),
            Block.of(Kind.QUOTE, "It held."),
            Block.of(Kind.BULLET, "one"),
            Block.of(Kind.BULLET, "two"),
            Block.of(Kind.NUMBERED, "first"));
  }

  @Test
  void emphasisAndLinksSurviveAsSpans() {
    HtmlBlocks read =
        read("<p>The <em>first</em> since <strong>Tuesday</strong>, <a href='/a b'>it</a> said.");
    assertThat(read.blocks())
        .containsExactly(
            new Block(
                Kind.PARAGRAPH,
                List.of(
                    Span.plain("The "),
                    new Span("first", Style.EMPHASIS, null),
                    Span.plain(" since "),
                    new Span("Tuesday", Style.STRONG, null),
                    Span.plain(", "),
                    new Span("it", Style.PLAIN, "https://news.example/a%20b"),
                    Span.plain(" said."))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>gone</script>",
        "<style>gone</style>",
        "<p style='color:red; display : none'>gone</p>",
        "<div hidden>gone</div>",
        "<div aria-hidden='true'>gone</div>",
        "<noscript>gone</noscript>",
        "<template>gone</template>",
        "<!-- gone -->",
        "<form><p>gone</p><input value=gone></form>",
        "<iframe srcdoc='gone'>gone</iframe>",
        "<object>gone</object>",
        "<svg><text>gone</text></svg>",
        "<select><option>gone</select>",
        "<button>gone</button>"
      })
  void whatNobodySeesIsLeftOut(String markup) {
    assertThat(text("<p>Kept.</p>" + markup + "<p>Kept too.</p>")).isEqualTo("Kept.|Kept too.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://h/x",
        "vbscript:x",
        "#top",
        "http://"
      })
  void linksOfOtherSchemesLoseTheLinkAndKeepTheWords(String href) {
    assertThat(read("<p><a href=\"" + href + "\">words</a></p>").blocks())
        .containsExactly(Block.paragraph("words"));
  }

  @Test
  void mailLinksStay() {
    assertThat(read("<a href='mailto:desk@news.example'>mail</a>").blocks().get(0).spans())
        .containsExactly(new Span("mail", Style.PLAIN, "mailto:desk@news.example"));
  }

  @Test
  void captionsStandApart() {
    HtmlBlocks read =
        read(
            "<p>Text.</p><figure><img src='/p.jpg' alt='Port'><figcaption>The port."
                + "<span class='credit'>Photo: Ana Müller</span></figcaption></figure>");
    assertThat(read.blocks()).containsExactly(Block.paragraph("Text."));
    assertThat(read.pictures())
        .containsExactly(
            new Picture(
                "The port.", "Photo: Ana Müller", "Port", "https://news.example/p.jpg", null));
  }

  @Test
  void doubleBreaksMakeParagraphsAndSingleOnesDoNotStickWordsTogether() {
    assertThat(text("one<br>two<br><br>three.<br>four")).isEqualTo("one two|three.|four");
  }

  @Test
  void rowsOfATableStandInALine() {
    assertThat(text("<table><tr><td>Wins</td><td>3</td></tr><tr><td>Losses</td><td>1</td></table>"))
        .isEqualTo("Wins 3|Losses 1");
  }

  @Test
  void aPageWrappedInAFormIsRead() {
    assertThat(text("<form><input><article><p>Story.</p></article></form>")).isEqualTo("Story.");
  }

  @Test
  void depthIsBoundedByMemoryAlone() {
    assertThat(text("<div>".repeat(20_000) + "deep")).isEqualTo("deep");
    assertThat(text("<blockquote>".repeat(20_000) + "deep")).isEqualTo("deep");
    assertThat(text("<b>".repeat(20_000) + "deep")).isEqualTo("deep");
  }

  @Test
  void controlCharactersAndJoinersOfNoUseAreDropped() {
    assertThat(text("<p>a\u0007b\u00adc\ufeffd e</p>")).isEqualTo("abcd e");
  }

  private static String text(String fragment) {
    return read(fragment).blocks().stream().map(Block::text).collect(Collectors.joining("|"));
  }

  private static HtmlBlocks read(String fragment) {
    return HtmlBlocks.ofFragment(fragment, "https://news.example/story");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>It was <del cite='mailto:x'>SECRET</del> calm.",
        "<p>It was <s>SECRET</s> <ins>calm.</ins>",
        "<del><p>SECRET</p></del><p>It was <strike>SECRET</strike>calm.",
        "<p>It was <span style='color:red; text-decoration: underline line-through'>SECRET</span>calm.",
        "<p>It was <span style='text-decoration-line:line-through'>SECRET</span>calm."
      })
  void struckOutTextIsNoneOfTheText(String html) {
    HtmlBlocks read = read(html);

    assertThat(read.blocks()).containsExactly(Block.paragraph("It was calm."));
    assertThat(read.struck()).isTrue();
  }

  @Test
  void whatIsUnderlinedStays() {
    HtmlBlocks read =
        read("<p>It was <span style='text-decoration:underline'>calm.</span><s> </s>");

    assertThat(read.blocks()).containsExactly(Block.paragraph("It was calm."));
    assertThat(read.struck()).isFalse();
  }
}
