package org.wirecopy.desk.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.wirecopy.desk.access.Role;
import org.wirecopy.desk.access.Visitor;

/**
 * The markup, in {@code templates/*.html} beside this package's resources. Whatever a template
 * prints is escaped for HTML unless it went through {@link CleanHtml}.
 */
final class Templates {
  /** Names of pages for partners begin with it: they lead nowhere else. */
  private static final String OUTSIDE = "site";

  private final PebbleEngine engine;
  private final Assets assets;
  private final String zone;

  /**
   * @param zone of the times that the pages show
   */
  Templates(Assets assets, ZoneId zone) {
    this.assets = assets;
    this.zone = zone.getId();
    ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix("org/wirecopy/desk/page/templates");
    loader.setSuffix(".html");
    engine = new PebbleEngine.Builder().loader(loader).strictVariables(true).build();
  }

  /** A whole page. */
  void page(
      String name, Object model, String title, HttpServletRequest request, HttpServletResponse out)
      throws IOException {
    StringWriter html = new StringWriter();
    engine.getTemplate(name).evaluate(html, values(name, model, title, request));
    answer(html, out);
  }

  /** Only the part of a page that has changed, for htmx. */
  void part(
      String name, String block, Object model, HttpServletRequest request, HttpServletResponse out)
      throws IOException {
    StringWriter html = new StringWriter();
    engine.getTemplate(name).evaluateBlock(block, html, values(name, model, "", request));
    answer(html, out);
  }

  private Map<String, Object> values(
      String name, Object model, String title, HttpServletRequest request) {
    Map<String, Object> values = new HashMap<>();
    values.put("page", model);
    values.put("title", title);
    values.put("section", name);
    values.put("outside", name.startsWith(OUTSIDE));
    values.put("zone", zone);
    values.put("assets", assets.root());
    Visitor visitor = Visitor.of(request);
    boolean session = visitor.csrfToken() != null;
    values.put("csrf", session ? visitor.csrfToken() : "");
    values.put("visitor", session ? visitor.name() : "");
    values.put("edits", visitor.may(Role.EDITOR));
    values.put("operates", visitor.may(Role.OPERATOR));
    return values;
  }

  private static void answer(StringWriter html, HttpServletResponse out) throws IOException {
    out.setContentType("text/html");
    out.setCharacterEncoding("UTF-8");
    out.getWriter().write(html.toString());
  }
}
