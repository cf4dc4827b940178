package org.wirecopy.desk.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The frame of the few pages that need nothing but text: log-in and errors. */
final class PlainPage {
  private PlainPage() {}

  /** A page with a heading over a body of HTML. */
  static String of(String title, String body) {
    return of(title, "", body);
  }

  /** Answers with a page. */
  static void send(HttpServletResponse response, int status, String title, String body)
      throws IOException {
    send(response, status, of(title, body));
  }

  /**
   * Answers with a page that leads on by itself, without a script.
   *
   * @param to an address
   * @param words of a link to it, for browsers that do not follow
   */
  static void leadOn(HttpServletResponse response, String title, String to, String words)
      throws IOException {
    String head = "<meta http-equiv=\"refresh\" content=\"0; url=" + escaped(to) + "\">\n";
    String body = "<p><a href=\"" + escaped(to) + "\">" + escaped(words) + "</a></p>";
    send(response, HttpServletResponse.SC_OK, of(title, head, body));
  }

  private static void send(HttpServletResponse response, int status, String html)
      throws IOException {
    byte[] page = html.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(Problem.HTML_TYPE);
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }

  private static String of(String title, String head, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s · Wirecopy</title>
        <link rel="stylesheet" href="/login.css">
        %2$s</head>
        <body>
        <main>
        <h1>%1$s</h1>
        %3$s
        </main>
        </body>
        </html>
        """
        .formatted(escaped(title), head, body);
  }

  /** Text as it may stand in an element or a quoted attribute. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
