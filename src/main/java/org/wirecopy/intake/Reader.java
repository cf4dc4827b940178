package org.wirecopy.intake;

/**
 * Reads one format. A reader is a pure function of its {@link Source}: it opens no file and no
 * connection itself, reads no clock, and answers for every input with articles or a rejection, in
 * bounded time and memory.
 */
public interface Reader {

  /** The format's name as editors say it, for example {@code plain text}. */
  String format();

  /** True if the content, not the name, shows this format. */
  boolean recognises(Source source);

  /** Reads a source that this reader recognises. */
  Reading read(Source source);
}
