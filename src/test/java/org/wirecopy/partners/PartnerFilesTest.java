package org.wirecopy.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.ninjs.Formats;
import org.wirecopy.partners.PartnerFile.PartnerFileException;
import org.wirecopy.partners.PartnerFiles.Condition;

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
  @TempDir Path elsewhere;
  private @Nullable Path kept;
  private boolean diskIsFull;
  private volatile boolean noRoomToJoin;
  private Instant now = Instant.parse("2026-11-23T10:00:00Z");
  private final List<String> left = new ArrayList<>();
  private final List<String> joined = new ArrayList<>();
  private final List<String> secrets = new CopyOnWriteArrayList<>();

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

  @Test
  void aPartnerWhoseFileWasBrokenWhileTheHouseWasDownStartsWithItsOldSettings() throws Exception {
    write(ACME.formatted("whsec_1"));
    try (DefaultCamelContext camel = withTheTemplate()) {
      partnerFiles(camel).look();
    }
    write("- templatedRoute: [");
    try (DefaultCamelContext camel = withTheTemplate()) {
      PartnerFiles files = partnerFiles(camel);
      files.look();
      assertThat(camel.getRoute("partner-acme")).isNotNull();
      assertThat(files.conditions().get("acme").fault()).contains("not valid YAML");
      assertThat(secrets).containsExactly("whsec_1", "whsec_1");
    }
  }

  @Test
  void aFileThatIsAwayForAMomentTakesNoPartnerAway() throws Exception {
    Path file = folder.resolve("acme.camel.yaml");
    write(ACME.formatted("whsec_1"));
    try (DefaultCamelContext camel = withTheTemplate()) {
      PartnerFiles files = partnerFiles(camel);
      files.look();
      Files.delete(file);
      lookTwice(files);
      now = now.plusMillis(MissingFiles.GONE_MILLIS - 1);
      files.look();
      assertThat(camel.getRoute("partner-acme")).isNotNull();
      assertThat(folder.resolve("kept/acme.camel.yaml")).exists();

      write(ACME.formatted("whsec_other"));
      lookTwice(files);
      assertThat(secrets).containsExactly("whsec_1", "whsec_other");

      Files.delete(file);
      files.look();
      assertThat(left).isEmpty();
      lookLongAfter(files);
      assertThat(left).containsExactly("acme");
    }
  }

  @Test
  void whatLeftIsForgotten() throws Exception {
    write(ACME.formatted("whsec_1"));
    try (DefaultCamelContext camel = withTheTemplate()) {
      partnerFiles(camel).look();
    }
    Files.delete(folder.resolve("acme.camel.yaml"));
    try (DefaultCamelContext camel = withTheTemplate()) {
      partnerFiles(camel).look();
    }
    write("- templatedRoute: [");
    try (DefaultCamelContext camel = withTheTemplate()) {
      PartnerFiles files = partnerFiles(camel);
      files.look();
      assertThat(files.conditions().get("acme").running()).isFalse();
    }
  }

  @Test
  void aFolderThatCannotBeListedTakesNoPartnerAway() throws Exception {
    write(ACME.formatted("whsec_1"));
    try (DefaultCamelContext camel = withTheTemplate()) {
      PartnerFiles files = partnerFiles(camel);
      files.look();
      Path away = elsewhere.resolve("partners");
      Files.move(folder, away);
      Files.writeString(folder, "no folder");
      files.look();
      assertThat(camel.getRoute("partner-acme")).isNotNull();
      assertThat(left).isEmpty();
      assertThat(away.resolve("kept/acme.camel.yaml")).exists();

      Files.delete(folder);
      files.look();
      assertThat(left).isEmpty();

      Files.move(away, folder);
      Files.delete(folder.resolve("acme.camel.yaml"));
      lookLongAfter(files);
      assertThat(left).containsExactly("acme");
      assertThat(folder.resolve("kept/acme.camel.yaml")).doesNotExist();
    }
  }

  @Test
  void aFolderThatCannotBeListedAtTheStartCostsNoPartnerItsOldSettings() throws Exception {
    write(ACME.formatted("whsec_1"));
    try (DefaultCamelContext camel = withTheTemplate()) {
      partnerFiles(camel).look();
    }
    Path away = elsewhere.resolve("partners");
    Files.move(folder, away);
    Files.writeString(folder, "no folder");
    try (DefaultCamelContext camel = withTheTemplate()) {
      PartnerFiles files = partnerFiles(camel);
      files.look();
      Files.delete(folder);
      Files.move(away, folder);
      write("- templatedRoute: [");
      files.look();
      assertThat(files.conditions().get("acme").running()).isTrue();
    }
  }

  @Test
  void whileTheFolderCannotBeListedAtTheStartPartnersRunWithTheirOldSettings() throws Exception {
    kept = elsewhere.resolve("kept");
    write(ACME.formatted("whsec_1"));
    try (DefaultCamelContext camel = withTheTemplate()) {
      partnerFiles(camel).look();
    }
    Path away = elsewhere.resolve("partners");
    Files.move(folder, away);
    Files.writeString(folder, "no folder");
    try (DefaultCamelContext camel = withTheTemplate()) {
      PartnerFiles files = partnerFiles(camel);
      lookTwice(files);
      assertThat(secrets).containsExactly("whsec_1", "whsec_1");
      assertThat(files.conditions().get("acme").running()).isTrue();

      Files.delete(folder);
      Files.createDirectory(folder);
      lookLongAfter(files);
      assertThat(left).containsExactly("acme");
      assertThat(camel.getRoute("partner-acme")).isNull();
    }
  }

  @Test
  void whatIsKeptOfAPartnerOnlyTheOwnerCanRead() throws Exception {
    write(ACME.formatted("whsec_1"));
    try (DefaultCamelContext camel = withTheTemplate()) {
      partnerFiles(camel).look();
    }
    assertThat(Files.getPosixFilePermissions(folder.resolve("kept/acme.camel.yaml")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aPartnerWhoseRouteCouldNotStartForAWhileStartsAfterwards() throws Exception {
    write(ACME.formatted("whsec_1"));
    try (DefaultCamelContext camel = withTheTemplate()) {
      PartnerFiles files = partnerFiles(camel);
      diskIsFull = true;
      files.look();
      assertThat(files.conditions().get("acme"))
          .isEqualTo(new Condition(false, "its route does not start: the disk is full"));
      diskIsFull = false;
      lookTwice(files);
      assertThat(files.conditions().get("acme")).isEqualTo(new Condition(true, null));
      assertThat(camel.getRouteController().getRouteStatus("partner-acme").isStarted()).isTrue();
    }
  }

  @Test
  void aPartnerWhoseChangedRouteCouldNotStartForAWhileStartsAfterwards() throws Exception {
    write(ACME.formatted("whsec_1"));
    try (DefaultCamelContext camel = withTheTemplate()) {
      PartnerFiles files = partnerFiles(camel);
      files.look();
      diskIsFull = true;
      write(ACME.formatted("whsec_other"));
      lookTwice(files);
      assertThat(files.conditions().get("acme").running()).isFalse();
      diskIsFull = false;
      lookTwice(files);
      assertThat(files.conditions().get("acme")).isEqualTo(new Condition(true, null));
      assertThat(camel.getRouteController().getRouteStatus("partner-acme").isStarted()).isTrue();
    }
  }

  @Test
  void aPartnerThatNeverCouldStartLeavesWithItsFile() throws Exception {
    write(ACME.formatted("whsec_1"));
    try (DefaultCamelContext camel = withTheTemplate()) {
      PartnerFiles files = partnerFiles(camel);
      diskIsFull = true;
      files.look();
      Files.delete(folder.resolve("acme.camel.yaml"));
      lookLongAfter(files);
      assertThat(left).containsExactly("acme");
      assertThat(files.conditions()).isEmpty();
    }
  }

  @Test
  void aFileThatCouldNotBeReadForAWhileIsReadAfterwards() throws Exception {
    Path file = folder.resolve("acme.camel.yaml");
    Files.createDirectory(file);
    try (DefaultCamelContext camel = withTheTemplate()) {
      PartnerFiles files = partnerFiles(camel);
      files.look();
      FileTime stamp = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      assertThat(files.conditions().get("acme").fault()).contains("cannot be read");
      Files.delete(file);
      // Where folders have a size of their own, the file looks the same as the folder did.
      write(ACME + "\n".repeat(Math.max(0, (int) size - ACME.length())));
      Files.setLastModifiedTime(file, stamp);
      lookTwice(files);
      assertThat(files.conditions().get("acme")).isEqualTo(new Condition(true, null));
    }
  }

  @Test
  void aLookThatFailsIsNotTheLast() throws Exception {
    try (DefaultCamelContext camel = withTheTemplate();
        PartnerFiles files = partnerFiles(camel)) {
      files.start();
      noRoomToJoin = true;
      write(ACME.formatted("whsec_1"));
      await().until(() -> !secrets.isEmpty());
      noRoomToJoin = false;
      await().until(() -> files.conditions().containsKey("acme"));
    }
  }

  private static void lookTwice(PartnerFiles files) {
    files.look();
    files.look();
  }

  private void lookLongAfter(PartnerFiles files) {
    files.look();
    now = now.plusMillis(MissingFiles.GONE_MILLIS);
    files.look();
  }

  private DefaultCamelContext withTheTemplate() throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.addComponent("lane", new Lanes());
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            routeTemplate("partner")
                .templateParameter("name")
                .from("lane:{{name}}")
                .to("log:{{name}}");
          }
        });
    camel.start();
    return camel;
  }

  /** Lanes of a ledger whose disk may be full. */
  private final class Lanes extends DefaultComponent {
    @Override
    protected Endpoint createEndpoint(
        String uri, String remaining, Map<String, Object> parameters) {
      return new DefaultEndpoint(uri, this) {
        @Override
        public Producer createProducer() {
          throw new UnsupportedOperationException();
        }

        @Override
        public Consumer createConsumer(Processor processor) {
          return new DefaultConsumer(this, processor) {
            @Override
            protected void doStart() throws Exception {
              super.doStart();
              if (diskIsFull) {
                throw new IllegalStateException("the disk is full");
              }
            }
          };
        }
      };
    }
  }

  private PartnerFiles partnerFiles(DefaultCamelContext camel) {
    PartnerFiles.Listener listener =
        new PartnerFiles.Listener() {
          @Override
          public Map<String, Object> joins(String name, Map<String, String> parameters) {
            secrets.add(parameters.get("secret"));
            if (noRoomToJoin) {
              throw new OutOfMemoryError("no room");
            }
            return Map.of("name", name);
          }

          @Override
          public void leaves(String name) {
            left.add(name);
          }
        };
    return partnerFiles(camel, listener);
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
    return partnerFiles(new DefaultCamelContext(), listener);
  }

  private PartnerFiles partnerFiles(DefaultCamelContext camel, PartnerFiles.Listener listener) {
    Formats formats = new Formats();
    return new PartnerFiles(
        camel,
        folder,
        new MappingFiles(folder, formats, format -> false),
        kept == null ? folder.resolve("kept") : kept,
        listener,
        () -> now);
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("acme.camel.yaml"), text);
  }
}
