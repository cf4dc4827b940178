package org.wirecopy.intake.html;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What class names, ids and attributes tell about an element's part in the page. Names are read as
 * words: {@code relatedNewsBox} and {@code related_news-box} are both "related news box".
 */
final class Cues {
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern GLUE = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int READ = 400;

  /** Parts of a page that never belong to its story. */
  private static final Pattern AWAY =
      words(
          "related|relateds|relatedposts|relatedarticles|relatedstories|relatednews|verwandt\\w*"
              + "|recirc|recirculation|recommend|recommended|recommendation|recommendations|recommender"
              + "|recomendad[ao]s?|relacionad[ao]s?|correlat[ie]|empfehlung(?:en)?|weiterlesen"
              + "|newsletter|newsletters|nl|signup|subscribe|subscription|subscriber|abo|abobox|mailchimp"
              + "|share|sharing|shares|sharebar|sharebox|sharetools|sharethis|sharedaddy|addthis|addtoany"
              + "|social|socials|socialmedia|sns|shariff|follow|followus|whatsapp|tweet|fb|facebook"
              + "|promo|promos|promobox|promotion|promotional|crosspromo|upsell|marketing"
              + "|teaser|teasers|teaserlist|sidebar|rail|aside"
              + "|comment|comments|commentlist|disqus|kommentar|kommentare|comentarios|commentaires|respond"
              + "|coral|vuukle|facebookcomments|reply|replies"
              + "|ad|ads|adv|advert|adverts|advertisement|advertising|adslot|adunit|adbox|adsense|adsbygoogle"
              + "|anzeige|werbung|publicidad|publicite|dfp|gpt|sponsor|sponsored|sponsors|affiliate"
              + "|taboola|outbrain|plista|revcontent|zergnet|mgid|ligatus|nativendo"
              + "|cookie|cookies|cookiebar|consent|gdpr|cmp"
              + "|breadcrumb|breadcrumbs|crumbs|pagination|pager|paging|nav|navbar|navigation|menu|menus"
              + "|topbar|toolbar|toolbox|masthead|footer|colophon|skip|skiplink"
              + "|popup|pop|modal|lightbox|overlay|tooltip|toast|flyout|offcanvas|drawer"
              + "|login|signin|register|registration|paywall|piano|regwall"
              + "|trending|popular|mostread|mostpopular|bestseller|ranking|latest|toplist|ticker"
              + "|seealso|alsoread|readmore|readnext|upnext|morestories|morenews|morefrom|nextpost"
              + "|prevnext|postnav|authorbox|authorbio|authorinfo|biography|bio|aboutauthor"
              + "|tags|taglist|tagcloud|tagged|hashtags|keywords|topics|toc|tableofcontents"
              + "|print|printonly|noprint|feedback|rating|ratings|vote|voting|poll|quiz|survey"
              + "|donate|donation|widget|widgets|banner|banners|partner|partners|shopping"
              + "|playlist|audioplayer|listen|tts|speechkit|player|videoplayer|jwplayer"
              + "|visually|screenreader|hidden|offscreen|sr");

  /** Parts that surround the story closely and are read on their own: byline, date, captions. */
  private static final Pattern APART =
      words(
          "byline|bylines|dateline|timestamp|pubdate|published|publishdate|postmeta|entrymeta|postdate"
              + "|datetime|credit|credits|copyright|caption|captions|wpcaption|legend|bildunterschrift"
              + "|figcaption|imagecaption|readingtime|readtime|views|viewcount|kicker|eyebrow|rubric"
              + "|disclaimer|correctionbox");

  /** Names that publishers give to a story's body. */
  private static final Pattern STORY =
      Pattern.compile(
          "\\b(?:article|story|post|entry|content|news|page|text|blog|detail|artikel|main)"
              + " ?(?:body|text|content|copy|contents|txt|bodytext|main)\\b"
              + "|\\b(?:articlebody|bodytext|storytext|bodycopy|richtext|rich text|postcontent"
              + "|storybody|article|entry|hentry|story|post|prose|texto|cuerpo|corpo|testo|contenido)\\b");

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

  private Cues() {}

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])");
  }

  /** The words of an element's class, id and test hooks, in lower case, blank between them. */
  static String of(Element element) {
    if (element.attributesSize() == 0) {
      return "";
    }
    String names =
        element.className()
            + ' '
            + element.id()
            + ' '
            + element.attr("data-component")
            + ' '
            + element.attr("data-testid")
            + ' '
            + element.attr("data-module");
    if (names.length() > READ) {
      names = names.substring(0, READ);
    }
    return GLUE.matcher(CAMEL.matcher(names).replaceAll(" "))
        .replaceAll(" ")
        .toLowerCase(Locale.ROOT);
  }

  /** True for names of what never belongs to a story. */
  static boolean away(String names) {
    return !names.isBlank()
        && (AWAY.matcher(names).find()
            || MORE_BOX.matcher(names).find()
            || AUTHOR_BOX.matcher(names).find());
  }

  /** True for names of what stands beside the text: byline, date, caption. */
  static boolean apart(String names) {
    return !names.isBlank() && APART.matcher(names).find();
  }

  /** True for names of a story's body. */
  static boolean story(String names) {
    return !names.isBlank() && STORY.matcher(names).find();
  }
}
