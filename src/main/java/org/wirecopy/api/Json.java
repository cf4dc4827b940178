package org.wirecopy.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/** Answers of the API: JSON, and problem details (RFC 9457) for errors. */
public final class Json {
  public static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static void answer(Exchange exchange, int status, String json) {
    answer(exchange, status, "application/json", json);
  }

  public static void answer(Exchange exchange, int status, Object value) {
    answer(exchange, status, "application/json", write(value));
  }

  /** An error that says what is wrong and what to do. */
  public static void problem(Exchange exchange, int status, String title, String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    answer(exchange, status, "application/problem+json", write(problem));
  }

  private static void answer(Exchange exchange, int status, String contentType, String json) {
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, contentType);
    exchange.getMessage().setBody(json);
  }

  private static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
