package org.wirecopy.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;

/** Files for those who run the house or write programs for it, served as they are in the jar. */
public final class OperationsFiles {
  private static final String FOLDER = "/org/wirecopy/desk/";

  /** The Grafana dashboard. */
  public void dashboard(Exchange exchange) {
    Json.answer(exchange, 200, read("grafana-dashboard.json"));
  }

  /** The OpenAPI document. */
  public void openApi(Exchange exchange) {
    Json.answer(exchange, 200, read("openapi.json"));
  }

  private static String read(String name) {
    try (InputStream in = OperationsFiles.class.getResourceAsStream(FOLDER + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
