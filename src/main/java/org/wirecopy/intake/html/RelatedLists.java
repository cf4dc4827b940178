package org.wirecopy.intake.html;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Block.Kind;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Dateline.Precision;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Span;
import org.wirecopy.intake.Dates;

/** The headlines of other stories that a page lists as related to its own. */
final class RelatedLists {
  private static final Pattern RELATED =
      Pattern.compile(
          "\\b(?:related\\w*|also ?read|see ?also|read ?(?:more|also|next)|more ?(?:on|stories|coverage)"
              + "|recirc\\w*|recommend\\w*|empfehlung\\w*|weiterlesen|relacionad\\w+|correlat\\w+|verwandt\\w*"
              + "|lire ?aussi|les ?ogs[aå])\\b");
  private static final Pattern CUT = Pattern.compile("\\s*(?:…|\\.{3,})$");
  private static final int MOST = 20;
  private static final int SHORTEST = 18;
  private static final int LONGEST = 300;

  private final ZoneId zone;
  private final @Nullable String language;
  private final String own;
  private final Links links;
  private final Map<String, ListedHeadline> found = new LinkedHashMap<>();

  RelatedLists(String own, Links links, ZoneId zone, @Nullable String language) {
    this.own = own;
    this.links = links;
    this.zone = zone;
    this.language = language;
  }

  /** The headlines found, in order. */
  List<ListedHeadline> found() {
    return List.copyOf(found.values());
  }

  /** Reads boxes taken off the page; those not named for related stories are passed over. */
  void addBoxes(List<Element> boxes) {
    for (Element box : boxes) {
      if (RELATED.matcher(Cues.of(box)).find()) {
        for (Element link : box.select("a[href]")) {
          add(words(link), links.web(link, "href"), dateBeside(link, box));
        }
      }
    }
  }

  /** Reads lines of the body that point to other stories, and the lists that follow them. */
  void addLines(List<Block> body) {
    boolean list = false;
    for (Block block : body) {
      boolean pointer = LineRules.points(block);
      list = pointer || list && block.kind() == Kind.BULLET;
      if (!list) {
        continue;
      }
      for (Span span : block.spans()) {
        String href = span.href();
        if (href != null && href.startsWith("http")) {
          add(span.text().strip(), href, Dateline.NONE);
        }
      }
    }
  }

  /** A card's headline if it marks one, else all its words. */
  private static String words(Element link) {
    Element heading = link.selectFirst("h2, h3, h4, h5, [class*=headline], [class*=title]");
    String words = heading == null ? "" : Text.of(heading);
    return words.isEmpty() ? Text.of(link) : words;
  }

  private void add(String words, @Nullable String href, Dateline date) {
    if (href == null || found.size() >= MOST) {
      return;
    }
    String headline = CUT.matcher(words).replaceFirst("");
    boolean fits = headline.length() >= SHORTEST && headline.length() <= LONGEST;
    if (fits && Headlines.alike(headline, own) < 0.9) {
      found.putIfAbsent(
          headline,
          new ListedHeadline(
              headline,
              headline.length() < words.length(),
              date.date(),
              date.date() != null && date.precision() == Precision.DAY,
              href));
    }
  }

  /**
   * The date printed in the smallest part of the box that holds this link and no other headline.
   */
  private Dateline dateBeside(Element link, Element box) {
    Element item = link;
    for (int level = 0; level < 4 && item != box; level++) {
      Element parent = item.parent();
      if (parent == null || headlines(parent) > 1) {
        break;
      }
      item = parent;
      Element time = item.selectFirst("time[datetime]");
      Dateline marked = time == null ? Dateline.NONE : PageDates.read(time.attr("datetime"), zone);
      if (marked.date() != null) {
        return marked;
      }
      String rest = Text.of(item).replace(Text.of(link), " ");
      Dates.Stated stated = rest.length() > LONGEST ? null : Dates.find(rest, zone, language);
      if (stated != null) {
        return stated.at(null);
      }
    }
    return Dateline.NONE;
  }

  private static long headlines(Element part) {
    return part.select("a[href]").stream()
        .map(link -> link.attr("href"))
        .distinct()
        .limit(2)
        .count();
  }
}
