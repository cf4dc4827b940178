package org.wirecopy.intake.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What class names, ids and attributes tell about an element's part in the page. Names are read as
 * words: {@code relatedNewsBox} and {@code related_news-box} are both "related news box".
 */
final class Cues {
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern GLUE = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final List<String> HOOKS = List.of("data-component", "data-testid", "data-module");
  private static final int READ = 600;

  /** Parts of a page that never belong to its story. */
  private static final Set<String> AWAY =
      words(
          """
          related relateds relatedposts relatedarticles relatedstories relatednews recirc
          recirculation recommend recommended recommendation recommendations recommender
          recomendado recomendados recomendada recomendadas relacionado relacionados relacionada
          relacionadas correlati correlate empfehlung empfehlungen weiterlesen
          newsletter newsletters signup subscribe subscription subscriber abo abobox mailchimp
          share sharing shares sharebar sharebox sharetools sharethis sharedaddy addthis addtoany
          social socials socialmedia sns shariff follow followus whatsapp
          promo promos promobox promotion promotional crosspromo upsell marketing
          teaser teasers teaserlist sidebar rail aside
          comment comments commentlist disqus kommentar kommentare comentarios commentaires respond
          coral vuukle facebookcomments reply replies
          ad ads adv advert adverts advertisement advertising adslot adunit adbox adsense
          adsbygoogle anzeige werbung publicidad publicite dfp gpt sponsor sponsored sponsors
          affiliate taboola outbrain plista revcontent zergnet mgid ligatus nativendo
          cookie cookies cookiebar consent gdpr cmp onetrust optanon didomi usercentrics cookiebot
          breadcrumb breadcrumbs crumbs pagination pager paging nav navbar navigation menu menus
          topbar toolbar toolbox masthead footer colophon skip skiplink
          popup modal lightbox overlay tooltip toast flyout offcanvas drawer
          login signin register registration regwall
          trending popular mostread mostpopular bestseller toplist ticker
          seealso alsoread readmore readnext upnext morestories morenews morefrom nextpost
          prevnext postnav authorbox authorbio authorinfo biography bio aboutauthor
          tags taglist tagcloud tagged hashtags keywords topics toc tableofcontents
          print printonly noprint feedback rating ratings vote voting poll quiz survey
          donate donation banner banners partner partners shopping
          gallery carousel slideshow slider swiper playlist audioplayer listen tts speechkit player videoplayer jwplayer
          visually screenreader hidden offscreen sr
          """);

  /** Parts that surround the story closely and are read on their own: byline, date, captions. */
  private static final Set<String> APART =
      words(
          """
          byline bylines dateline timestamp pubdate published publishdate postmeta entrymeta postdate
          datetime credit credits copyright caption captions wpcaption legend bildunterschrift
          figcaption imagecaption readingtime readtime views viewcount kicker eyebrow rubric
          """);

  /** Names that publishers give to a story's body. */
  private static final Pattern STORY =
      Pattern.compile(
          "\\b(?:article|story|post|entry|content|news|page|text|blog|detail|artikel|main)"
              + " ?(?:body|text|content|copy|contents|txt|bodytext|main)\\b"
              + "|\\b(?:articlebody|bodytext|storytext|bodycopy|richtext|rich text|postcontent"
              + "|storybody|article|entry|hentry|story|post|prose|texto|cuerpo|corpo|testo|contenido)\\b");

  /** Names of the very element that holds nothing but the body. */
  private static final Pattern BODY =
      Pattern.compile(
          "\\b(?:article|story|post|entry|artikel|news)"
              + " ?(?:body|text|content|copy|bodytext)\\b(?! (?:wrap|wrapper|container|header))");

  private static final Pattern LEAD =
      Pattern.compile(
          "\\b(?:lead|lede|leadtext|deck|dek|standfirst|subtitle|subheadline|sub ?headline|subhead"
              + "|sub ?title|subheading|sub ?heading|summary|intro|introduction|excerpt|abstract|teaser ?text"
              + "|vorspann|anlauf|chapo|chapeau|entradilla|bajada|sottotitolo|catenaccio|occhiello|ingress"
              + "|preamble|manchet|perex|anleser|untertitel|description|article desc|spot|synopsis)\\b");

  private static final Pattern AUTHOR_BOX =
      Pattern.compile(
          "\\bauthors? ?(?:bio|box|info|card|about|desc|description|profile|details)\\b"
              + "|\\b(?:about|more) (?:the )?author\\b");
  private static final Pattern MORE_BOX =
      Pattern.compile(
          "\\b(?:more|read|see|also|next|prev|previous|other|similar|latest|popular|top|must|dont)"
              + " (?:more|also|next|on|from|stories|story|news|articles?|posts?|read|reads|headlines"
              + "|links|miss)\\b|\\b(?:in|inline) (?:article )?(?:related|promo|ad|newsletter|recirc)\\b"
              + "|\\binfo ?box link\\b|\\bread ?more\\b|\\bmore ?in\\b");

  /** Names of parts that unfold at a click, and of fields whose label alone is not shown. */
  private static final Pattern FOLDED =
      Pattern.compile("\\b(?:accordion|accodion|faqs?|collaps\\w*|expand\\w*|label hidden)\\b");

  /** What such parts are called while they are folded. */
  private static final Pattern WHILE_FOLDED = Pattern.compile("\\b(?:hidden|drawers?)\\b");

  private Cues() {}

  private static Set<String> words(String lines) {
    return Set.of(BLANK.split(lines.strip()));
  }

  private static boolean any(Set<String> words, String names) {
    for (String name : BLANK.split(names)) {
      if (words.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** The words of an element's class, id and test hooks, in lower case, blank between them. */
  static String of(Element element) {
    if (element.attributesSize() == 0) {
      return "";
    }
    StringBuilder names = new StringBuilder();
    for (String name : BLANK.split(element.className())) {
      // utility classes such as print:hidden say how it looks, not what it is
      if (name.indexOf(':') < 0 && name.indexOf('[') < 0) {
        names.append(name).append(' ');
      }
    }
    names.append(element.id());
    for (String hook : HOOKS) {
      names.append(' ').append(element.attr(hook));
    }
    if (names.length() > READ) {
      names.setLength(READ);
    }
    return GLUE.matcher(CAMEL.matcher(names).replaceAll(" "))
        .replaceAll(" ")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  /** True for names of what never belongs to a story. */
  static boolean away(String names) {
    if (names.isBlank()) {
      return false;
    }
    String said =
        FOLDED.matcher(names).find() ? WHILE_FOLDED.matcher(names).replaceAll(" ") : names;
    return any(AWAY, said) || MORE_BOX.matcher(said).find() || AUTHOR_BOX.matcher(said).find();
  }

  /** True for names of what stands beside the text: byline, date, caption. */
  static boolean apart(String names) {
    return !names.isBlank() && any(APART, names);
  }

  /** True for names of a story's body. */
  static boolean story(String names) {
    return !names.isBlank() && STORY.matcher(names).find();
  }

  /** True for names that promise the body and nothing else. */
  static boolean body(String names) {
    return !names.isBlank() && BODY.matcher(names).find();
  }

  /** True for names of a stand-first. */
  static boolean lead(String names) {
    return !names.isBlank() && LEAD.matcher(names).find();
  }
}
