package org.wirecopy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The product as whoever built it starts it: its jar in {@code target/} below the work folder.
 * Under another name the classes that the build noted would not fit it, and the virtual machine
 * would pass them over without a word.
 */
final class BuiltProduct {
  private static final Path TARGET = Path.of("target");

  private BuiltProduct() {}

  /**
   * A process yet to be started.
   *
   * @param work the folder in which it runs
   * @param vm further options of its virtual machine
   */
  static ProcessBuilder in(Path work, List<String> vm, Benchmark options) throws IOException {
    Path jar = options.jar().toAbsolutePath();
    Path target = work.resolve(TARGET);
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.createSymbolicLink(target, jar.getParent());
    }
    List<String> command = new ArrayList<>(List.of(ChildProcess.javaBinary()));
    command.add("@" + options.jvmOptions().toAbsolutePath());
    command.addAll(vm);
    command.addAll(List.of("-jar", TARGET.resolve(jar.getFileName()).toString()));
    return new ProcessBuilder(command).directory(work.toFile());
  }
}
