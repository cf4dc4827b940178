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
 * @param liveMegabytes the most in use after one
 */
record HeapLog(double peakMegabytes, double liveMegabytes) {
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

  static HeapLog read(Path log) throws IOException {
    double peak = 0;
    double live = 0;
    for (String line : Files.readAllLines(log)) {
      Matcher collection = COLLECTION.matcher(line);
      if (collection.find()) {
        peak = Math.max(peak, Double.parseDouble(collection.group(1)));
        live = Math.max(live, Double.parseDouble(collection.group(2)));
      }
    }
    return new HeapLog(peak, live);
  }
}
