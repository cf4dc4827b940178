package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.wirecopy.article.Story;

/** Any story becomes a document that IPTC's schemas accept. */
@Domain(AnyStory.class)
class AnyStoryIsValidTest {

  @Property(seed = "2026", tries = 500, edgeCases = EdgeCasesMode.NONE)
  void asNinjs3(@ForAll Story story) {
    if (!OfficialSchemas.present()) {
      return;
    }
    byte[] document = new Formats().render("ninjs3", story);

    assertThat(OfficialSchemas.faults("3.1", document)).isEmpty();
    assertThat(OfficialSchemas.faults("3.2", document)).isEmpty();
  }

  @Property(seed = "2026", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void asNinjs1(@ForAll Story story) {
    if (!OfficialSchemas.present()) {
      return;
    }
    byte[] document = new Formats().render("ninjs1", story);

    assertThat(OfficialSchemas.faults("1.3", document)).isEmpty();
    assertThat(OfficialSchemas.faults("1.4", document)).isEmpty();
  }
}
