package org.wirecopy.intake.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Precision and recall of text that must and must not be in the body. */
final class Segments {
  private int tp;
  private int fn;
  private int fp;

  double add(JsonNode gold, String found) {
    if (!gold.path("corpus").asText().equals("trafilatura")) {
      return 1;
    }
    String text = squeezed(found);
    int in = 0;
    int out = 0;
    for (JsonNode with : gold.path("with_")) {
      in += text.contains(squeezed(with.asText())) ? 1 : 0;
    }
    for (JsonNode without : gold.path("without")) {
      out += text.contains(squeezed(without.asText())) ? 1 : 0;
    }
    int missing = gold.path("with_").size() - in;
    tp += in;
    fn += missing;
    fp += out;
    return in == 0 ? 0 : 2.0 * in / (2.0 * in + missing + out);
  }

  @Override
  public String toString() {
    return tp == 0 ? "  –  " : String.format(Locale.ROOT, "%.3f", 2.0 * tp / (2.0 * tp + fn + fp));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
