package org.wirecopy.desk.access;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** The few rules of style for the plain pages. */
final class StyleSheet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/css;charset=utf-8");
    response.setHeader("Cache-Control", "max-age=3600");
    try (InputStream css = StyleSheet.class.getResourceAsStream("login.css")) {
      css.transferTo(response.getOutputStream());
    }
  }
}
