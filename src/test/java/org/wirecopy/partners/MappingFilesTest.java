package org.wirecopy.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.ninjs.Formats;

class MappingFilesTest {
  @TempDir Path folder;
  private final Formats formats = new Formats();
  private final Set<String> used = new HashSet<>();

  @Test
  void aFormatGoesWithItsFile() throws IOException {
    MappingFiles files = mappingFiles();
    write("slim");
    look(files);
    assertThat(formats.names()).contains("slim");
    remove("slim");
    look(files);
    assertThat(formats.names()).doesNotContain("slim");
  }

  @Test
  void aFormatStaysWithoutItsFileWhileAPartnerHasIt() throws IOException {
    MappingFiles files = mappingFiles();
    write("slim");
    look(files);
    used.add("slim");
    remove("slim");
    look(files);
    assertThat(formats.names()).contains("slim");
    used.remove("slim");
    look(files);
    assertThat(formats.names()).doesNotContain("slim");
  }

  @Test
  void aFormatWhoseFileComesBackStays() throws IOException {
    MappingFiles files = mappingFiles();
    write("slim");
    look(files);
    used.add("slim");
    remove("slim");
    look(files);
    write("slim");
    look(files);
    used.remove("slim");
    look(files);
    assertThat(formats.names()).contains("slim");
  }

  @Test
  void aFileThatCannotBeReadForAWhileIsReadAfterwards() throws IOException {
    MappingFiles files = mappingFiles();
    Path file = Files.createDirectory(folder.resolve("slim.jsonata"));
    look(files);
    Files.delete(file);
    write("slim");
    look(files);
    assertThat(formats.names()).contains("slim");
  }

  @Test
  void aFolderThatCannotBeListedTakesNoFormatAway() throws IOException {
    Path partners = folder.resolve("partners");
    Files.createDirectory(partners);
    MappingFiles files = new MappingFiles(partners, formats, used::contains);
    Files.writeString(partners.resolve("slim.jsonata"), "{ \"id\": uri }");
    look(files);
    Files.move(partners, folder.resolve("away"));
    Files.writeString(partners, "no folder");
    look(files);
    assertThat(formats.names()).contains("slim");
  }

  private MappingFiles mappingFiles() {
    return new MappingFiles(folder, formats, used::contains);
  }

  private static void look(MappingFiles files) {
    files.look();
    files.dropUnused();
  }

  private void write(String name) throws IOException {
    Files.writeString(folder.resolve(name + ".jsonata"), "{ \"id\": uri }");
  }

  private void remove(String name) throws IOException {
    Files.delete(folder.resolve(name + ".jsonata"));
  }
}
