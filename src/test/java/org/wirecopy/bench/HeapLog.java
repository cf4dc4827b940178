package org.wirecopy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a virtual machine's collection log ({@code -Xlog:gc}) says about its heap.
 *
 * @param peakMegabytes the most in use before a collection; 0 if there was none
 * @param liveMegabytes the most in use after one; one that found no room to work in, and so freed
 *     nothing, says nothing of what is alive and is left out
 */
record HeapLog(double peakMegabytes, double liveMegabytes) {
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

  static HeapLog read(Path log) throws IOException {
    double peak = 0;
    double live = 0;
    for (String line : Files.readAllLines(log)) {
      Matcher collection = COLLECTION.matcher(line);
      if (collection.find()) {
        double before = Double.parseDouble(collection.group(1));
        double after = Double.parseDouble(collection.group(2));
        peak = Math.max(peak, before);
        live = after < before ? Math.max(live, after) : live;
      }
    }
    return new HeapLog(peak, live);
  }
}
