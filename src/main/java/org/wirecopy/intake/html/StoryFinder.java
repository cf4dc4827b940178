package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the elements that hold a page's story. Every block of running text speaks for the elements
 * around it, the nearer the louder; names and schema.org marks add their word; the winner is joined
 * by those of its neighbours that look like the rest of the same story.
 */
final class StoryFinder {
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "li", "pre", "blockquote", "h2", "h3", "h4", "td", "dd", "figcaption");
  private static final int SHORTEST = 25;
  private static final int REACH = 5;
  private static final int CLIMB = 12;

  private final Element root;
  private final Weights weights;
  private final @Nullable Element headlined;
  private final Map<Element, Double> scores = new LinkedHashMap<>();

  /**
   * Looks for the story below {@code root}.
   *
   * @param headline where the story's headline stands, or null if that is not known
   */
  StoryFinder(Element root, Weights weights, @Nullable Element headline) {
    this.root = root;
    this.weights = weights;
    headlined = headline == null ? null : headline.closest("article");
  }

  /** The elements of the story in reading order; empty if the page has no text to speak of. */
  List<Element> find() {
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof Element element && !Weights.isInline(element)) {
            speak(element);
          }
        },
        root);
    Element best = best();
    if (best == null) {
      return List.of();
    }
    return joined(climbed(best));
  }

  private void speak(Element block) {
    Weights.Weight weight = weights.of(block);
    if (weight.own < SHORTEST) {
      return;
    }
    double score =
        (1 + weight.ownCommas + Math.min(weight.own / 100.0, 3.0)) * (1 - weight.ownLinkDensity());
    if (block.normalName().equals("li") || block.normalName().startsWith("h")) {
      score /= 3;
    }
    if (!PARAGRAPHS.contains(block.normalName()) && weight.own > 3 * Weights.GOOD) {
      // paragraphs that only line breaks divide
      add(block, score + weight.own / 200.0);
    }
    Element around = block.parent();
    for (int level = 0; around != null && level < REACH; level++) {
      add(around, score / (level == 0 ? 1 : level == 1 ? 2 : level * 3));
      if (around == root) {
        break;
      }
      around = around.parent();
    }
  }

  private void add(Element element, double score) {
    scores.merge(element, score, Double::sum);
  }

  private @Nullable Element best() {
    Element best = null;
    double bestScore = 0;
    for (Map.Entry<Element, Double> entry : scores.entrySet()) {
      double score = score(entry.getKey());
      if (score > bestScore) {
        best = entry.getKey();
        bestScore = score;
      }
    }
    return best;
  }

  private double score(Element element) {
    double score = scores.getOrDefault(element, 0.0);
    if (score == 0) {
      return 0;
    }
    double factor = 1 - weights.of(element).linkDensity();
    if (element.attr("itemprop").contains("articleBody")) {
      factor *= 1.6;
    } else if (Cues.story(Cues.of(element)) || element.normalName().equals("article")) {
      factor *= 1.25;
    }
    if (element.normalName().equals("body")) {
      factor *= 0.8;
    }
    if (headlined != null && isOfAnotherArticle(element, headlined)) {
      factor *= 0.4;
    }
    return score * factor;
  }

  private static boolean isOfAnotherArticle(Element element, Element headlined) {
    Element article = element.closest("article");
    return article != null && article != headlined && !article.parents().contains(headlined);
  }

  /** Goes up where the parent holds a good deal more of the same story. */
  private Element climbed(Element from) {
    Element best = from;
    Element at = from;
    for (int level = 0; level < CLIMB && at != root; level++) {
      Element parent = at.parent();
      if (parent == null || parent == root || parent.normalName().equals("body") || isWhole(at)) {
        break;
      }
      Weights.Weight here = weights.of(best);
      Weights.Weight there = weights.of(parent);
      boolean more = there.good > here.good * 1.15;
      boolean asClean = there.linkDensity() < here.linkDensity() + 0.12;
      boolean named = parent.attr("itemprop").contains("articleBody") || Cues.body(Cues.of(parent));
      if (named && there.linkDensity() < 0.5
          || more
              && asClean
              && (kin(parent, at) > 0 || there.good > here.good * 1.6 && isOneStory(parent))) {
        best = parent;
      }
      at = parent;
    }
    return best;
  }

  /** True for an element that says it holds all of the story, or all of the page's content. */
  private static boolean isWhole(Element element) {
    return element.normalName().equals("main")
        || element.attr("role").equals("main")
        || element.attr("itemprop").contains("articleBody");
  }

  /** True for a parent whose sections read on from one to the next: one headline, not a list. */
  private boolean isOneStory(Element parent) {
    return weights.of(parent).linkDensity() < 0.2
        && parent.select("h1").size() <= 1
        && parent.select("article").size() <= 1;
  }

  /** How many siblings look like a further section of the same story. */
  private int kin(Element parent, Element child) {
    int kin = 0;
    for (Element sibling : parent.children()) {
      if (sibling != child
          && sibling.normalName().equals(child.normalName())
          && (sibling.className().equals(child.className()))
          && weights.of(sibling).good > 0) {
        kin++;
      }
    }
    return kin;
  }

  private List<Element> joined(Element best) {
    Element parent = best.parent();
    if (parent == null || best == root) {
      return List.of(best);
    }
    double threshold = Math.max(10, score(best) * 0.2);
    List<Element> found = new ArrayList<>();
    for (Element sibling : parent.children()) {
      if (sibling == best || isNeighbour(sibling, best, threshold)) {
        found.add(sibling);
      }
    }
    return found;
  }

  private boolean isNeighbour(Element sibling, Element best, double threshold) {
    Weights.Weight weight = weights.of(sibling);
    if (sibling.normalName().equals("p")) {
      return weight.own > Weights.GOOD ? weight.ownLinkDensity() < 0.25 : false;
    }
    double bonus =
        !best.className().isEmpty() && best.className().equals(sibling.className())
            ? score(best) * 0.2
            : 0;
    return weight.linkDensity() < 0.35 && score(sibling) + bonus >= threshold;
  }
}
