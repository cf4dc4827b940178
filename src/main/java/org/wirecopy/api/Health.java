package org.wirecopy.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Whether the house is open: what load balancers and supervisors ask. */
public final class Health {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<@Nullable String> fault;
  private volatile boolean ready;

  /**
   * @param fault why stories cannot be kept at the moment, or null if they can
   */
  public Health(Supplier<@Nullable String> fault) {
    this.fault = fault;
  }

  public void ready(boolean now) {
    ready = now;
  }

  public boolean isReady() {
    return ready;
  }

  /** Alive: it answers. */
  public void live(Exchange exchange) {
    Json.answer(exchange, 200, "{\"status\":\"up\"}");
  }

  /** Ready: files are taken, stories can be kept and partners served. */
  public void ready(Exchange exchange) {
    String reason = ready ? fault.get() : "It starts or stops.";
    ObjectNode answer = JSON.createObjectNode().put("status", reason == null ? "up" : "down");
    if (reason != null) {
      answer.put("reason", reason);
    }
    Json.answer(exchange, reason == null ? 200 : 503, answer.toString());
  }
}
