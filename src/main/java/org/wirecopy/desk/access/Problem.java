package org.wirecopy.desk.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * An error as it is answered: problem details (RFC 9457) for programs, a plain page for people.
 *
 * @param status of the answer
 * @param title the kind of error in a few words
 * @param detail what is wrong and what to do
 */
record Problem(int status, String title, String detail) {
  static final String JSON_TYPE = "application/problem+json";
  static final String HTML_TYPE = "text/html;charset=utf-8";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What a status says that nobody has put into words. */
  static Problem ofStatus(int status) {
    String detail =
        switch (status) {
          case 400 -> "The request cannot be understood.";
          case 404 -> "Nothing is at this address. /api/openapi.json lists what there is.";
          case 405 -> "This address does not take this method. See /api/openapi.json.";
          case 410 -> "What was at this address is no longer given out.";
          case 413 -> "The request is larger than what is taken here.";
          case 414, 431 -> "The address or a header is longer than what is taken here.";
          case 415 -> "This kind of content is not taken here.";
          case 503 -> "Not ready; try again in a moment.";
          default -> status >= 500 ? "It could not be done; the log says why." : "Refused.";
        };
    String title = HttpStatus.getMessage(status);
    return new Problem(status, title == null ? "Error" : title, detail);
  }

  /** Answers with it, as a page if a browser wants one. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.resetBuffer();
    response.setStatus(status);
    boolean page = wantsPage(request.getHeader("Accept"), RequestPath.of(request));
    response.setContentType(page ? HTML_TYPE : JSON_TYPE);
    byte[] body = (page ? page() : json()).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  /** Whether a page is the right answer: to a browser that goes somewhere, outside the API. */
  static boolean wantsPage(@Nullable String accept, String path) {
    return accept != null && accept.contains("text/html") && !path.startsWith("/api/");
  }

  String json() {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    try {
      return MAPPER.writeValueAsString(problem);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String page() {
    return PlainPage.of(
        title, "<p>" + PlainPage.escaped(detail) + "</p>\n<p><a href=\"/\">Wirecopy</a></p>");
  }
}
