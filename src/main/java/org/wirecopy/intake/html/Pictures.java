package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Picture;

/** Pictures with their captions and credits, as figures and plain images state them. */
final class Pictures {
  private static final Pattern CREDIT =
      Pattern.compile(
          "credit|copyright|photograph|source|byline|author|fotograf|rights|agency",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_CREDIT = 160;
  private static final int SMALLEST = 60;
  private static final int FIGURE_WITH_A_STORY = 700;

  private Pictures() {}

  /** True if a figure holds a picture and not a quotation, a table or a good part of the story. */
  static boolean isPicture(Element figure) {
    if (figure.selectFirst("blockquote, table, pre") != null) {
      return false;
    }
    int letters = 0;
    for (Element paragraph : figure.select("p")) {
      letters += paragraph.text().length();
    }
    return letters < FIGURE_WITH_A_STORY;
  }

  /** The figure's pictures; its caption goes to the first. */
  static List<Picture> of(Element figure, Links links) {
    Element caption = figure.selectFirst("figcaption");
    String credit = caption == null ? creditIn(figure) : creditIn(caption);
    if (credit == null) {
      credit = creditIn(figure);
    }
    String words = caption == null ? "" : withoutCredit(Text.of(caption), credit);
    List<Picture> found = new ArrayList<>();
    for (Element image : figure.select("img, amp-img")) {
      Optional<Picture> plain = image(image, links);
      if (plain.isPresent() && found.stream().noneMatch(p -> same(p, plain.get()))) {
        found.add(plain.get());
      }
    }
    if (found.isEmpty()) {
      return words.isEmpty() ? List.of() : List.of(new Picture(words, credit, null, null, null));
    }
    Picture first = found.get(0);
    found.set(0, new Picture(emptyToNull(words), credit, first.alt(), first.href(), null));
    return found;
  }

  /** A caption whose picture stands elsewhere. */
  static Optional<Picture> caption(Element caption) {
    String credit = creditIn(caption);
    String words = withoutCredit(Text.of(caption), credit);
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Picture(words, credit, null, null, null));
  }

  /** An image, unless it is too small to show anything or has no address on the web. */
  static Optional<Picture> image(Element image, Links links) {
    if (tiny(image, "width") || tiny(image, "height")) {
      return Optional.empty();
    }
    String href = null;
    for (String attribute : List.of("data-src", "data-lazy-src", "data-original", "src")) {
      href = links.web(image, attribute);
      if (href != null) {
        break;
      }
    }
    if (href == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Picture(null, null, emptyToNull(Text.clean(image.attr("alt"))), href, null));
  }

  private static boolean same(Picture one, Picture other) {
    return one.href() != null && one.href().equals(other.href());
  }

  private static boolean tiny(Element image, String side) {
    String size = image.attr(side).strip();
    return !size.isEmpty()
        && size.length() < 4
        && size.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(size) < SMALLEST;
  }

  private static @Nullable String creditIn(Element holder) {
    for (Element element : holder.getAllElements()) {
      if (element != holder && CREDIT.matcher(element.className()).find()) {
        String credit = Text.of(element);
        if (!credit.isEmpty() && credit.length() <= LONGEST_CREDIT) {
          return credit;
        }
      }
    }
    return null;
  }

  private static String withoutCredit(String caption, @Nullable String credit) {
    if (credit != null && caption.endsWith(credit)) {
      return caption.substring(0, caption.length() - credit.length()).strip();
    }
    return caption;
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
