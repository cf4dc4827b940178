package org.wirecopy.delivery;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Packages that partners use, installed for a test; without npm the test is skipped. */
final class NpmPackages {
  private NpmPackages() {}

  static void install(Path folder, String... packages) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
    File log = folder.resolve("install.log").toFile();
    List<String> command =
        new ArrayList<>(
            List.of(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefer-offline"));
    command.addAll(List.of(packages));
    boolean installed = false;
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start();
      installed = process.waitFor(90, TimeUnit.SECONDS) && process.exitValue() == 0;
      process.destroy();
    } catch (IOException noNpm) {
      Assumptions.abort("npm is not there, receivers in npm packages are not checked: " + noNpm);
    }
    Assumptions.assumeTrue(
        installed, "npm install failed, receivers in npm packages are not checked; see " + log);
  }
}
