package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Takes out of a story what sits within it without being part of it. */
final class StoryCleaner {
  private static final Set<String> BOXES =
      Set.of(
          "div", "section", "ul", "ol", "table", "dl", "form", "header", "p", "article", "details");
  private final Weights weights;

  StoryCleaner(Weights weights) {
    this.weights = weights;
  }

  /** Drops link lists, boxes of links and what stands apart; gives back what was dropped. */
  List<Element> clean(Element story) {
    List<Element> dropped = new ArrayList<>();
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof Element element && element != story && isForeign(element)) {
              dropped.add(element);
              return FilterResult.SKIP_ENTIRELY;
            }
            return FilterResult.CONTINUE;
          }
        },
        story);
    dropped.forEach(Node::remove);
    return dropped;
  }

  private boolean isForeign(Element element) {
    Weights.Weight weight = weights.of(element);
    String tag = element.normalName();
    String names = Cues.of(element);
    if (tag.equals("time") || tag.equals("address") || tag.equals("h1")) {
      return true;
    }
    if (!names.isEmpty() && Cues.apart(names) && weight.good < 400 && !tag.equals("figure")) {
      return true;
    }
    if (!BOXES.contains(tag)) {
      return false;
    }
    return isLinkBox(tag, weight, names);
  }

  private static boolean isLinkBox(String tag, Weights.Weight weight, String names) {
    if (weight.letters == 0 || weight.links == 0) {
      return false;
    }
    double links = weight.linkDensity();
    if (tag.equals("p")) {
      // a paragraph that is nothing but a link leads away from the story
      return links > 0.95 && weight.letters > 15;
    }
    if (tag.equals("ul") || tag.equals("ol") || tag.equals("dl")) {
      return links > 0.6 && weight.good == 0 || links > 0.8;
    }
    double allowed = Cues.story(names) ? 0.7 : 0.5;
    return links > allowed;
  }
}
