package org.wirecopy.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One request as a partner received it.
 *
 * @param partner its index
 * @param uri the story
 * @param version of the story
 * @param sequence of the delivery
 * @param id the delivery's {@code webhook-id}
 * @param story number of the story, as its text says
 * @param revision how often the story's file had been changed, as its text says; 1 for the first
 */
record Arrival(
    int partner, String uri, int version, long sequence, String id, int story, int revision) {

  /** All requests in the order of their arrival; a line that the sink still writes is left out. */
  static List<Arrival> read(Path log) throws IOException {
    String text = Files.readString(log);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Arrival::parse).toList();
  }

  private static Arrival parse(String line) {
    String[] fields = line.split("\t", -1);
    String[] mark = fields[7].split("-", -1);
    return new Arrival(
        Integer.parseInt(fields[1]),
        fields[2],
        Integer.parseInt(fields[3]),
        Long.parseLong(fields[4]),
        fields[5],
        Integer.parseInt(mark[0]),
        Integer.parseInt(mark[1]));
  }

  /** Story and revision: what an editor dropped. */
  Draft draft() {
    return new Draft(story, revision);
  }
}
