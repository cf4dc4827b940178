package org.wirecopy.intake.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a reader of the page never sees: machinery, controls, and text that is switched off. */
final class Hidden {
  private static final Set<String> MACHINERY =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "svg",
          "math",
          "canvas",
          "audio",
          "video",
          "map",
          "link",
          "meta",
          "title",
          "head",
          "base",
          "noembed",
          "noframes",
          "dialog",
          "amp-ad",
          "amp-iframe",
          "amp-analytics");
  private static final Set<String> CONTROLS =
      Set.of(
          "input",
          "button",
          "select",
          "textarea",
          "option",
          "optgroup",
          "datalist",
          "output",
          "progress",
          "meter",
          "fieldset",
          "label");
  private static final Pattern OFF =
      Pattern.compile(
          "(?:^|[;\\s])(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)",
          Pattern.CASE_INSENSITIVE);
  private static final int STYLE_READ = 2_000;
  private static final int FORM_WITH_A_STORY = 600;

  private Hidden() {}

  /** True for an element that holds nothing to be read. */
  static boolean is(Element element) {
    String tag = element.normalName();
    if (MACHINERY.contains(tag) || CONTROLS.contains(tag)) {
      return true;
    }
    if (tag.equals("body") || tag.equals("html")) {
      return false;
    }
    return switchedOff(element) || tag.equals("form") && !holdsStory(element);
  }

  /** True for an element that its own attributes hide. */
  static boolean switchedOff(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.hasAttr("hidden")
        && !element.attr("hidden").toLowerCase(Locale.ROOT).equals("false")) {
      return true;
    }
    if (element.attr("aria-hidden").equalsIgnoreCase("true")
        && !(element.normalName().equals("p") && element.text().length() > Weights.GOOD)) {
      // paragraphs behind a pay wall are kept from screen readers only
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty()
        && OFF.matcher(style.length() > STYLE_READ ? style.substring(0, STYLE_READ) : style).find();
  }

  /** Some publishing systems wrap the whole page in one form. */
  private static boolean holdsStory(Element form) {
    if (form.selectFirst("h1, article") != null) {
      return true;
    }
    int letters = 0;
    for (Element paragraph : form.select("p")) {
      letters += paragraph.text().length();
      if (letters > FORM_WITH_A_STORY) {
        return true;
      }
    }
    return false;
  }
}
