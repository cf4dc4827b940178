package org.wirecopy.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.ninjs.Formats;
import org.wirecopy.partners.PartnerFile.PartnerFileException;

class PartnerFilesTest {
  private static final String ACME =
      """
      - templatedRoute:
          routeTemplateRef: partner
          parameters:
            - name: endpoint
              value: https://acme.example/news
            - name: secret
              value: "%s"
      """;

  @TempDir Path folder;
  private final List<String> joined = new ArrayList<>();

  @Test
  void aFileThatIsStillBeingWrittenIsNotRefused() throws IOException {
    PartnerFiles files = partnerFiles();
    files.look();
    write("");
    files.look();
    write(ACME.formatted("whsec_1"));
    files.look();
    assertThat(files.conditions()).isEmpty();

    files.look();
    assertThat(joined).containsExactly("acme");
  }

  @Test
  void aFileThatStaysEmptyIsRefused() throws IOException {
    PartnerFiles files = partnerFiles();
    files.look();
    write("");
    files.look();
    files.look();
    assertThat(files.conditions().get("acme").fault()).contains("templatedRoute");
  }

  @Test
  void filesThatAreThereAtTheStartAreReadAtOnce() throws IOException {
    write(ACME.formatted("whsec_1"));
    partnerFiles().look();
    assertThat(joined).containsExactly("acme");
  }

  @Test
  void aPlaceholderWithoutAValueIsNamedAndWhatStandsAroundItIsNot() throws IOException {
    write(ACME.formatted("{{env:WIRECOPY_NOT_SET_ANYWHERE}} whsec_hush"));
    PartnerFiles files = partnerFiles();
    files.look();
    assertThat(files.conditions().get("acme").fault())
        .isEqualTo(
            "parameter secret names a placeholder that is not set:"
                + " {{env:WIRECOPY_NOT_SET_ANYWHERE}}");
  }

  private PartnerFiles partnerFiles() {
    PartnerFiles.Listener listener =
        new PartnerFiles.Listener() {
          @Override
          public Map<String, Object> joins(String name, Map<String, String> parameters)
              throws PartnerFileException {
            joined.add(name);
            throw new PartnerFileException("there is no route template in this test");
          }

          @Override
          public void leaves(String name) {}
        };
    Formats formats = new Formats();
    return new PartnerFiles(
        new DefaultCamelContext(), folder, new MappingFiles(folder, formats), listener);
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("acme.camel.yaml"), text);
  }
}
