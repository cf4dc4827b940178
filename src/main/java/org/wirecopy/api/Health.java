package org.wirecopy.api;

import org.apache.camel.Exchange;

/** Whether the house is open: what load balancers and supervisors ask. */
public final class Health {
  private volatile boolean ready;

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

  /** Ready: files are taken and partners served. */
  public void ready(Exchange exchange) {
    Json.answer(
        exchange, ready ? 200 : 503, ready ? "{\"status\":\"up\"}" : "{\"status\":\"down\"}");
  }
}
