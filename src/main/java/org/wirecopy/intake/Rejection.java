package org.wirecopy.intake;

import org.jspecify.annotations.Nullable;

/**
 * Why a file cannot be sent, in words that an editor understands.
 *
 * @param code short and steady, for example {@code XML_MALFORMED}
 * @param problem what is wrong, for example "The embargo has no time zone."
 * @param where line, field or entry, for example "front matter, line 4: embargo: tomorrow"; or null
 * @param remedy what to do, for example "Write it as 2026-11-23T18:00+01:00 and drop the file
 *     again."
 */
public record Rejection(String code, String problem, @Nullable String where, String remedy) {

  /** The reason file's text: what is wrong, where, what to do. */
  public String explained() {
    StringBuilder text = new StringBuilder(problem).append(System.lineSeparator());
    if (where != null) {
      text.append("Where: ").append(where).append(System.lineSeparator());
    }
    return text.append("What to do: ")
        .append(remedy)
        .append(System.lineSeparator())
        .append("(")
        .append(code)
        .append(")")
        .toString();
  }
}
