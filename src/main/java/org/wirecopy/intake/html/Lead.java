package org.wirecopy.intake.html;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;

/**
 * The stand-first: the sentence or two between headline and body that many pages set in an element
 * of its own, apart from the body.
 */
final class Lead implements NodeFilter {
  private static final int SHORTEST = 25;
  private static final int LONGEST = 900;
  private static final int LOOKED_AT = 60;
  private static final int SAME_START = 45;

  private final Weights weights;
  private final String headline;
  private final String description;
  private boolean belowHeadline;
  private int seen;
  private @Nullable Element found;

  private Lead(Weights weights, String headline, @Nullable String description) {
    this.weights = weights;
    this.headline = headline;
    this.description = description == null ? "" : start(description);
  }

  /** The blocks of the stand-first; none if the page has none. */
  static List<Block> of(Element root, Weights weights, String headline, @Nullable String said) {
    Lead lead = new Lead(weights, headline, said);
    NodeTraversor.filter(lead, root);
    return lead.found == null ? List.of() : HtmlBlocks.of(lead.found).blocks();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String tag = element.normalName();
    if (tag.equals("figure") || tag.equals("nav") || tag.equals("aside") || tag.equals("footer")) {
      return FilterResult.SKIP_ENTIRELY;
    }
    Weights.Weight weight = weights.of(element);
    if (tag.equals("h1")
        || weight.own > 0 && weight.own < 400 && !belowHeadline && isHeadline(element)) {
      belowHeadline = true;
      seen = 0;
      return FilterResult.SKIP_ENTIRELY;
    }
    if (Weights.isInline(element) && !element.hasAttr("class")) {
      return FilterResult.CONTINUE;
    }
    if (weight.letters >= SHORTEST && weight.letters <= LONGEST && isLead(element, weight)) {
      found = element;
      return FilterResult.STOP;
    }
    seen += weight.own > 0 ? 1 : 0;
    return belowHeadline && seen > LOOKED_AT ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  private boolean isHeadline(Element element) {
    return !headline.isEmpty() && Headlines.alike(element.text(), headline) > 0.85;
  }

  private boolean isLead(Element element, Weights.Weight weight) {
    if (weight.linkDensity() > 0.3) {
      return false;
    }
    boolean named =
        belowHeadline
            && (Cues.lead(Cues.of(element))
                || element.attr("itemprop").equals("description")
                || element.attr("itemprop").equals("alternativeHeadline"));
    if (!named && (weight.own < SHORTEST || description.length() < SHORTEST)) {
      return false;
    }
    String text = element.text();
    if (start(text).equals(description)) {
      return true;
    }
    return named
        && !LineRules.isForeign(Block.paragraph(text))
        && Headlines.alike(text, headline) < 0.8;
  }

  private static String start(String text) {
    String folded = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return folded.length() > SAME_START ? folded.substring(0, SAME_START) : folded;
  }
}
