package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Takes off the page what cannot be its story: machinery, navigation, boxes named for it. */
final class Boilerplate {
  private static final Set<String> TAGS = Set.of("nav", "footer", "aside", "menu", "dialog");
  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "banner",
          "complementary",
          "contentinfo",
          "dialog",
          "alertdialog",
          "search",
          "menu",
          "menubar",
          "alert",
          "toolbar",
          "tablist");
  private static final double STORY_SHARE = 0.35;

  private Boilerplate() {}

  /** Drops everything nobody sees, comments included. */
  static void dropHidden(Element root, Weights weights) {
    int all = weights.of(root).good;
    List<Node> dropped = new ArrayList<>();
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof Comment) {
              dropped.add(node);
            } else if (node instanceof Element element && element != root && hides(element)) {
              dropped.add(element);
              return FilterResult.SKIP_ENTIRELY;
            }
            return FilterResult.CONTINUE;
          }

          private boolean hides(Element element) {
            if (!Hidden.is(element)) {
              return false;
            }
            // pages saved with an open dialogue hide all the rest
            boolean mostOfThePage = weights.of(element).good > all * 0.7 && all > 0;
            if (mostOfThePage) {
              element.removeAttr("aria-hidden").removeAttr("hidden").removeAttr("style");
            }
            return !mostOfThePage || Hidden.is(element);
          }
        },
        root);
    dropped.forEach(Node::remove);
  }

  /** Drops navigation and boxes whose names say that they are not the story. */
  static List<Element> dropNamed(Element root, Weights weights) {
    int all = Math.max(1, weights.of(root).good);
    Set<Element> aroundHeadline = aroundHeadline(root);
    List<Element> dropped = new ArrayList<>();
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof Element code && code.normalName().equals("pre")) {
              // colours of a listing are named for its parts, comments among them
              return FilterResult.SKIP_CHILDREN;
            }
            if (node instanceof Element element && element != root && isAway(element)) {
              boolean story = weights.of(element).good > all * STORY_SHARE;
              if (!story && !aroundHeadline.contains(element)) {
                dropped.add(element);
                return FilterResult.SKIP_ENTIRELY;
              }
            }
            return FilterResult.CONTINUE;
          }
        },
        root);
    dropped.forEach(Node::remove);
    return dropped;
  }

  /** Every {@code <h1>} and all that it stands in. */
  private static Set<Element> aroundHeadline(Element root) {
    Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element h1 : root.select("h1")) {
      Element at = h1;
      while (at != null && around.add(at)) {
        at = at.parent();
      }
    }
    return around;
  }

  private static boolean isAway(Element element) {
    String tag = element.normalName();
    if (tag.equals("body") || tag.equals("main") || tag.equals("html")) {
      return false;
    }
    if (TAGS.contains(tag) || ROLES.contains(element.attr("role"))) {
      return true;
    }
    if (tag.equals("a") || tag.equals("em") || tag.equals("strong") || tag.equals("b")) {
      return false;
    }
    return Cues.away(Cues.of(element));
  }
}
