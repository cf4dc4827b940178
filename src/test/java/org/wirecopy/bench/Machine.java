package org.wirecopy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where and under what a run was made.
 *
 * @param cores that the virtual machine sees
 * @param kernel name and release
 * @param java version of the virtual machine
 * @param load the load average of the last minute before the run: well below 1 on a quiet machine
 */
record Machine(int cores, String kernel, String java, double load) {

  static Machine read() throws IOException {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.version"),
        Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]));
  }

  String sentence() {
    return "%d cores, %s, Java %s; load before the run %.2f%s"
        .formatted(
            cores, kernel, java, load, load > 0.5 ? " (NOT QUIET: figures are provisional)" : "");
  }
}
