package org.wirecopy.settings;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.Iterator;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.stacktrace.ShortenedThrowableConverter;
import org.slf4j.Logger;

/** How log lines look: for a terminal, or as JSON objects for a collector. */
public enum LogFormat {
  /** As {@code logback.xml} says. */
  TEXT,
  /** One JSON object a line, with {@code @timestamp}, {@code level}, {@code message} and more. */
  JSON;

  private static final int LONGEST_TRACE = 8_000;

  /** Has everything from now on logged like this. */
  public void use(LoggerContext context) {
    if (this == TEXT) {
      return;
    }
    Iterator<Appender<ILoggingEvent>> appenders =
        context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
    while (appenders.hasNext()) {
      if (appenders.next() instanceof OutputStreamAppender<ILoggingEvent> appender) {
        appender.setEncoder(json(context));
      }
    }
  }

  private static LogstashEncoder json(LoggerContext context) {
    ShortenedThrowableConverter traces = new ShortenedThrowableConverter();
    traces.setMaxLength(LONGEST_TRACE);
    traces.setRootCauseFirst(true);
    LogstashEncoder json = new LogstashEncoder();
    json.setContext(context);
    json.setThrowableConverter(traces);
    json.start();
    return json;
  }
}
