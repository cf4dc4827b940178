package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.wirecopy.article.Story;

/** What our own schema promises holds for any story at all, without anyone checking it. */
@Domain(AnyStory.class)
class PromiseToPartnersTest {
  private static final Validation OURS = new Validation();
  private static final Safelist CLEAN =
      Safelist.none()
          .addTags("p", "h2", "blockquote", "ul", "ol", "li", "em", "strong", "a")
          .addAttributes("a", "href")
          .addProtocols("a", "href", "http", "https", "mailto");

  @Property(seed = "2026", tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void everyDocumentIsValid(@ForAll Story story) {
    assertThat(OURS.faults(new Formats().render("ninjs3", story))).isEmpty();
  }

  @Property(seed = "2026", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void everyTextMayLeaveTheHouse(@ForAll Story story) throws CharacterCodingException {
    for (String format : new Formats().names()) {
      byte[] document = new Formats().render(format, story);
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
      everyTextIn(Stories.read(document));
    }
  }

  private static void everyTextIn(JsonNode node) {
    if (node.isTextual()) {
      assertThat(Text.clean(node.textValue())).isEqualTo(node.textValue());
      assertThat(Normalizer.isNormalized(node.textValue(), Normalizer.Form.NFC)).isTrue();
    }
    assertThat(node.isNull()).isFalse();
    node.forEach(PromiseToPartnersTest::everyTextIn);
  }

  @Property(seed = "2026", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void everyBodyIsCleanHtml(@ForAll Story story) {
    JsonNode html = Stories.json("ninjs3", story).at("/bodies/0/value");

    assertThat(Jsoup.isValid(html.asText(), CLEAN)).isTrue();
  }

  @Property(seed = "2026", tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theSameStoryHasTheSameBytes(@ForAll Story story) {
    for (String format : new Formats().names()) {
      assertThat(new Formats().render(format, story))
          .isEqualTo(new Formats().render(format, story));
    }
  }

  @Property(seed = "2026", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void recalledStoryCarriesNothingToPublish(@ForAll Story story) {
    JsonNode ninjs3 = Stories.json("ninjs3", story);
    if (!ninjs3.get("pubStatus").asText().equals("usable")) {
      for (String format : new Formats().names()) {
        JsonNode document = Stories.json(format, story);
        assertThat(document.fieldNames())
            .toIterable()
            .doesNotContain("bodies", "associations", "descriptions", "renditions", "by")
            .doesNotContain("body_html", "body_text", "description_text", "byline", "extra");
      }
    }
  }
}
