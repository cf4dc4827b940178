package org.wirecopy.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LogFormatTest {
  private final LoggerContext context = new LoggerContext();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Logger logger(LogFormat format) {
    context.setMDCAdapter(new LogbackMDCAdapter());
    PatternLayoutEncoder text = new PatternLayoutEncoder();
    text.setContext(context);
    text.setPattern("%level %msg%n");
    text.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(text);
    appender.setOutputStream(out);
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    format.use(context);
    return context.getLogger("wirecopy");
  }

  @Test
  void jsonIsOneObjectALine() throws IOException {
    Logger logger = logger(LogFormat.JSON);
    logger.info("{} rejected:\n\"{}\"", "storm.txt", "no headline");
    logger.error("It failed", new IllegalStateException("the disk is full"));

    String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
    assertThat(lines).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(lines[0]);
    assertThat(first.get("message").asText()).isEqualTo("storm.txt rejected:\n\"no headline\"");
    assertThat(first.get("level").asText()).isEqualTo("INFO");
    assertThat(first.get("logger_name").asText()).isEqualTo("wirecopy");
    assertThat(first.get("@timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*");
    assertThat(new ObjectMapper().readTree(lines[1]).get("stack_trace").asText())
        .contains("the disk is full");
  }

  @Test
  void textStaysAsItIs() {
    logger(LogFormat.TEXT).info("as ever");
    assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo("INFO as ever");
  }
}
