package org.wirecopy.intake.html;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Rights;
import org.wirecopy.intake.Decoding;
import org.wirecopy.intake.DeskNotes;
import org.wirecopy.intake.Facts;
import org.wirecopy.intake.HeadNotices;
import org.wirecopy.intake.LocalPictures;
import org.wirecopy.intake.PictureBytes;
import org.wirecopy.intake.PrintedDateline;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.ShownLanguage;
import org.wirecopy.intake.Source;
import org.wirecopy.intake.StoryEnd;
import org.wirecopy.intake.StruckOut;
import org.wirecopy.intake.html.StoryExtractor.Story;

/**
 * Reads saved web pages: finds the story among menus, boxes and advertisements. Scripts never run
 * and nothing is fetched.
 */
public final class HtmlReader implements Reader {
  private static final int SNIFFED = 4_096;
  private static final int DEEPEST = 2_000;
  private static final int SHORT_STORY = 250;
  private static final String BEFORE = "^(?:\\s++|<\\?xml[^>]*>|<!--.*?-->)*+";

  /** With one of these a page or a part of one begins. */
  private static final Pattern PAGE =
      Pattern.compile(
          BEFORE
              + "(?:<!doctype\\s+html|<(?:html|head|body|h[1-6]|article|p|div|meta|title|frameset|main"
              + "|section|center|table|plaintext|header|footer|aside|nav|figure|blockquote|ul|ol|dl|pre"
              + "|script|style|link|base|noscript|address|hgroup|form|iframe)[\\s/>])",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Typed texts may begin with one of these, too, and Markdown with a picture. */
  private static final Pattern WORDS =
      Pattern.compile(
          BEFORE
              + "<(?:a|abbr|b|big|br|cite|em|font|hr|i|img|mark|picture|q|s|small|span|strong|sub|sup|time"
              + "|u)[\\s/>]",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern BLOCK =
      Pattern.compile(
          "</?(?:p|div|h[1-6]|li|br|article|section|td)[\\s/>]", Pattern.CASE_INSENSITIVE);

  @Override
  public String format() {
    return "HTML page";
  }

  @Override
  public boolean recognises(Source source) {
    byte[] bytes = source.bytes();
    String start =
        PageCharset.isUtf16(bytes)
            ? new String(bytes, 0, Math.min(SNIFFED, bytes.length), StandardCharsets.UTF_16)
            : new String(bytes, 0, Math.min(SNIFFED, bytes.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("ï»¿")) {
      start = start.substring(3);
    }
    return start.indexOf('<') >= 0 && (PAGE.matcher(start).find() || isFragment(source, start));
  }

  private static boolean isFragment(Source source, String start) {
    boolean markdown = source.name().toLowerCase(Locale.ROOT).endsWith(".md");
    return !markdown && WORDS.matcher(start).find() && BLOCK.matcher(start).find();
  }

  @Override
  public Reading read(Source source) {
    Decoding decoding = PageCharset.decode(source.bytes());
    if (!(decoding instanceof Decoding.Text text)) {
      return new Reading.Rejected(((Decoding.Unreadable) decoding).rejection());
    }
    Document page;
    try {
      page = Jsoup.parse(text.text(), "");
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // jsoup 1.21.1 loses its place in tags that close <svg> or <math> from within
      return Reading.rejected(
          "HTML_MALFORMED",
          "The page's tags are so broken that it cannot be read.",
          "Open the page in a browser and save it anew, or send its text as a plain text file.");
    }
    return read(source, text, page);
  }

  private Reading read(Source source, Decoding.Text text, Document page) {
    if (isTooDeep(page)) {
      return Reading.rejected(
          "NESTING_TOO_DEEP",
          "The page is nested more than " + DEEPEST + " elements deep, as no article is.",
          "Save the page anew, or send its text as a plain text file.");
    }
    resolve(page);
    dropComments(page);
    head(page);
    String lines = PageLines.of(page);
    PagePictures saved = new PagePictures(source.beside());
    saved.mark(page);
    PageFacts facts = PageFacts.of(page, source);
    String headline = facts.headline();
    Story story = story(page, text.text(), facts, saved);
    if (story.body().isEmpty()) {
      return Reading.rejected(
          "NO_ARTICLE",
          "The page holds no article text.",
          "Open the article itself and save that page; frames and start pages cannot be read.");
    }
    if (headline == null || headline.isBlank()) {
      return Reading.rejected(
          "NO_HEADLINE",
          "The page has no headline: neither an <h1> nor a title.",
          "Save the article's own page, or add its headline as <h1>.");
    }
    List<String> warnings = new ArrayList<>(text.warnings());
    List<Block> above = story.body().subList(0, StoryEnd.of(story.body()));
    List<Block> body = DeskNotes.without(above, warnings);
    PictureBytes files = new PictureBytes();
    List<Picture> pictures = LocalPictures.resolve(story.pictures(), saved, files);
    pictures.removeIf(
        picture -> picture.media() == null && picture.href() == null && picture.caption() == null);
    Picture lead = facts.picture();
    if (pictures.isEmpty() && lead != null) {
      pictures.add(lead);
    }
    Article article =
        Article.titled(headline)
            .subhead(story.subhead())
            .summary(facts.summary())
            .byline(facts.byline())
            .dateline(PrintedDateline.complete(facts.dateline(), body, source))
            .body(body)
            .pictures(pictures)
            .alsoRead(alsoRead(page, story, facts, source))
            .language(facts.language() == null ? ShownLanguage.of(body, source) : facts.language())
            .subjects(facts.subjects())
            .rights(new Rights(facts.site(), null, null, null, null))
            .href(facts.href())
            .build();
    warnings.addAll(files.warnings());
    if (story.struck()) {
      warnings.add(StruckOut.WARNING);
    }
    if (above.size() + 1 < story.body().size()) {
      warnings.add(StoryEnd.WARNING);
    }
    List<String> notices = HeadNotices.head(lines, headline);
    notices.addAll(HeadNotices.embargoes(StoryEnd.below(above, story.body())));
    return HeadNotices.checked(
        new Reading.Articles(format(), List.of(article), warnings, files.media()),
        notices,
        Facts.NONE);
  }

  /** What colleagues wrote beside a text, which Google Docs puts below it. */
  private static void dropComments(Document page) {
    for (Element mark : page.select("a[id^=cmnt_ref]")) {
      mark.remove();
    }
    for (Element mark : page.select("a[id^=cmnt]")) {
      Element box = mark.closest("div");
      boolean own = box != null && box.text().startsWith(mark.text());
      Element comment = own ? box : mark.parent();
      if (comment != null && comment != page.body()) {
        comment.remove();
      }
    }
  }

  /** A part of a page begins with its headline, however that is set. */
  private static void head(Document page) {
    Element first = page.body().firstElementChild();
    boolean headed = page.selectFirst("h1, title, meta[property=og:title]") != null;
    if (first != null && !headed && first.is("h2, h3, h4, h5, h6, b, strong, big")) {
      first.tagName("h1");
    }
  }

  private static boolean isTooDeep(Document page) {
    int[] deepest = {0};
    page.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth));
    return deepest[0] > DEEPEST;
  }

  private static Story story(Document page, String html, PageFacts facts, PagePictures saved) {
    String headline = facts.headline() == null ? "" : facts.headline();
    Story story = StoryExtractor.extract(page, headline, facts.summary(), true);
    if (story.letters() >= SHORT_STORY) {
      return story;
    }
    // perhaps a box that is named like an advertisement held the story
    Document again = Jsoup.parse(html, page.baseUri());
    saved.mark(again);
    Story other = StoryExtractor.extract(again, headline, facts.summary(), false);
    return other.letters() > 3 * story.letters() && other.letters() >= SHORT_STORY ? other : story;
  }

  private static List<ListedHeadline> alsoRead(
      Document page, Story story, PageFacts facts, Source source) {
    String headline = facts.headline() == null ? "" : facts.headline();
    RelatedLists lists =
        new RelatedLists(headline, new Links(page.baseUri()), source.zone(), facts.language());
    lists.addLines(story.lines());
    lists.addBoxes(story.boxes());
    return lists.found();
  }

  /** Relative links follow the page's {@code <base>}, else its canonical address. */
  private static void resolve(Document page) {
    Element base = page.selectFirst("base[href]");
    Element canonical = page.selectFirst("link[rel=canonical][href]");
    String href = base != null ? base.attr("href") : "";
    if (!href.startsWith("http") && canonical != null) {
      href = canonical.attr("href");
    }
    page.setBaseUri(href.startsWith("http") ? href : "");
  }
}
