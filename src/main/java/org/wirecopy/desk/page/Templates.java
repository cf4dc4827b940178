package org.wirecopy.desk.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pages' markup, in files beside this class; whatever is filled in is escaped. */
final class Templates {
  private final Mustache.Compiler compiler =
      Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).nullValue("");
  private final Map<String, Template> compiled = new ConcurrentHashMap<>();

  /** A part of a page, filled in. */
  String fill(String name, Object values) {
    return compiled.computeIfAbsent(name, this::compile).execute(values);
  }

  private Template compile(String name) {
    try (InputStream in = Templates.class.getResourceAsStream(name + ".html")) {
      if (in == null) {
        throw new IllegalArgumentException("no template " + name);
      }
      return compiler.compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
