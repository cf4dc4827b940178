package org.wirecopy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.wirecopy.settings.HouseException;

/**
 * Which route files are run: those in the routes folder; a standard one that is missing there is
 * taken from the jar, so that a folder with only partner files runs.
 */
final class StandardRoutes {
  private static final List<String> NAMES =
      List.of("intake.camel.yaml", "related.camel.yaml", "delivery.camel.yaml", "desk.camel.yaml");

  private StandardRoutes() {}

  /** Camel's {@code routesIncludePattern} for a routes folder. */
  static String includePattern(Path folder) {
    TreeSet<String> own = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.camel.yaml")) {
      files.forEach(file -> own.add(String.valueOf(file.getFileName())));
    } catch (NoSuchFileException | NotDirectoryException noFolder) {
      own.clear();
    } catch (IOException e) {
      throw new HouseException("Cannot list the routes in " + folder + ": " + e.getMessage());
    }
    List<String> patterns = new ArrayList<>();
    own.forEach(name -> patterns.add("file:" + folder.resolve(name)));
    NAMES.stream()
        .filter(name -> !own.contains(name))
        .forEach(name -> patterns.add("classpath:routes/" + name));
    return String.join(",", patterns);
  }
}
