package org.wirecopy.intake.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** How much text stands in each element, and how much of it is links; one walk of the page. */
final class Weights {
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del",
          "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "nobr", "q", "ruby", "s", "samp",
          "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

  /** Text as long as this, with few links, is likely to tell something. */
  static final int GOOD = 80;

  private static final double GOOD_LINKS = 0.35;
  private static final Weight NOTHING = new Weight();
  private final Map<Element, Weight> weights = new IdentityHashMap<>();

  /** What one element holds; lengths in letters, an ideograph counting as three. */
  static final class Weight {
    int letters;
    int linked;
    int own;
    int ownLinked;
    int ownCommas;
    int good;
    int goodBlocks;
    int links;

    double linkDensity() {
      return letters == 0 ? 0 : (double) linked / letters;
    }

    double ownLinkDensity() {
      return own == 0 ? 0 : (double) ownLinked / own;
    }

    boolean isGood() {
      return own >= GOOD && ownLinkDensity() < GOOD_LINKS;
    }
  }

  Weights(Element root) {
    NodeTraversor.traverse(new Walk(), root);
  }

  Weight of(Element element) {
    return weights.getOrDefault(element, NOTHING);
  }

  static boolean isInline(Element element) {
    return INLINE.contains(element.normalName());
  }

  private final class Walk implements NodeVisitor {
    private final Deque<Element> blocks = new ArrayDeque<>();
    private int anchors;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        count(text);
      } else if (node instanceof Element element) {
        weights.put(element, new Weight());
        if (!isInline(element)) {
          blocks.push(element);
        } else if (element.normalName().equals("a")) {
          anchors++;
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      Weight weight = of(element);
      if (!isInline(element)) {
        blocks.pop();
        if (weight.isGood()) {
          weight.good += weight.own;
          weight.goodBlocks++;
        }
      } else if (element.normalName().equals("a")) {
        anchors--;
        weight.links++;
      }
      Element parent = element.parent();
      if (parent != null && weights.containsKey(parent)) {
        Weight up = of(parent);
        up.letters += weight.letters;
        up.linked += weight.linked;
        up.good += weight.good;
        up.goodBlocks += weight.goodBlocks;
        up.links += weight.links;
      }
    }

    private void count(TextNode text) {
      String words = text.getWholeText();
      int letters = 0;
      int commas = 0;
      boolean space = true;
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        if (Character.isWhitespace(c) || c == '\u00a0') {
          letters += space ? 0 : 1;
          space = true;
          continue;
        }
        space = false;
        letters += c >= 0x2e80 && c < 0xd800 ? 3 : 1;
        if (c == ',' || c == '،' || c == '，' || c == '、' || c == '。' || c == ';' || c == '।') {
          commas++;
        }
      }
      Element holder = text.parent();
      if (letters == 0 || holder == null) {
        return;
      }
      Weight here = of(holder);
      here.letters += letters;
      here.linked += anchors > 0 ? letters : 0;
      Element block = blocks.peek();
      if (block != null) {
        Weight own = of(block);
        own.own += letters;
        own.ownLinked += anchors > 0 ? letters : 0;
        own.ownCommas += commas;
      }
    }
  }
}
