package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wirecopy.article.Block;
import org.wirecopy.article.Block.Kind;
import org.wirecopy.intake.Bylines;

/**
 * Lines that pages print among a story's paragraphs and that are not its words: pointers to other
 * stories, calls to subscribe or follow, labels of advertisements, credits, dates and counters.
 */
final class LineRules {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final int SHORT = 300;

  private static final Pattern POINTER =
      Pattern.compile(
          "^[\\W_]{0,4}(?:(?:also |must )?read(?: (?:more|also|next|on|the full (?:story|article)))?\\s*[:>»–-]"
              + "|(?:read (?:more|also|next)|also read|see also|must read|don['’]t miss|you may also like"
              + "|more (?:stories|news|coverage|from|on|about) .{0,60}:|more (?:stories|news|coverage)"
              + "|related(?: (?:stories|story|articles?|news|coverage|content|topics|links|reading|posts?))?"
              + "|recommended(?: (?:stories|articles|reading|for you))?|editor['’]?s['’]? (?:picks|choice)"
              + "|trending(?: now)?|most (?:read|popular)|up next|what to read next"
              + "|auch (?:interessant|lesen)|lesen sie (?:auch|dazu|hier|mehr)|lies auch|mehr (?:zum thema|dazu|themen)"
              + "|weitere (?:informationen|artikel|themen|nachrichten|meldungen)|das könnte sie (?:auch )?interessieren"
              + "|(?:passend|lesetipp|zum thema|hintergrund|siehe auch|schlagwörter|themen in diesem artikel)\\b"
              + "|à lire|lire aussi|lire également|voir aussi|sur le même sujet|pour aller plus loin|a lire aussi"
              + "|le[ae] (?:también|tambien|más|además)|te puede interesar|más (?:información|noticias)|ver también"
              + "|mira también|leia (?:também|mais)|veja (?:também|mais)|saiba mais|relacionad[ao]s"
              + "|leggi anche|vedi anche|leggi pure|per approfondire|approfondimenti|potrebbe interessarti"
              + "|lees (?:ook|meer|verder)|bekijk ook|les (?:også|mer)|se også|læs (?:også|mere)|läs (?:också|mer|även)"
              + "|se även|lue (?:myös|lisää)|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)"
              + "|przeczytaj (?:też|także|również)|čtěte (?:také|více)|přečtěte si|mohlo by vás zajímat"
              + "|čítajte (?:aj|viac)|ilgili haber(?:ler)?|bunlar da ilginizi çekebilir|читайте (?:также|ещё|еще|далее)"
              + "|читать (?:также|далее)|смотрите также|читайте також|baca (?:juga|selengkapnya)|simak juga"
              + "|aflați mai multe|citește și|citiți și|olvass (?:el|tovább)|διαβάστε (?:επίσης|ακόμη|ακόμα)"
              + "|और पढ़ें|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|আরও পড়ুন|関連記事|あわせて読みたい|관련기사|相关阅读|相关新闻)(?:\\W|$))",
          FLAGS);

  private static final Pattern CALL =
      Pattern.compile(
          "^[\\W_]{0,4}(?:our standards:|subscribe|sign up|signup|follow (?:us|our|@|the|.{1,40} on (?:twitter|x|facebook"
              + "|instagram|google|whatsapp|threads|bluesky|linkedin))|join (?:our|us|the .{1,40}(?:channel|group))"
              + "|download (?:our|the) .{0,30}app|get (?:our|the) .{0,60}(?:newsletter|app|inbox)|share (?:this|on|via)"
              + "|like us on|click (?:here|to)|tap here|newsletter|enter your email|support (?:our|us|independent)"
              + "|(?:this|the) (?:article|story|post) (?:was|is) (?:sponsored|brought to you)"
              + "|abonnieren sie|melden sie sich|jetzt (?:abonnieren|anmelden|registrieren|lesen)|folgen sie|folge uns"
              + "|folgst du|abonnez[- ]vous|inscrivez[- ]vous|suivez[- ]nous|recevez|suscríbete|suscríbase|síguenos"
              + "|sigue (?:a|toda)|siga (?:o|a|nos)|inscreva-se|assine|iscriviti|seguici|abonneer|meld je aan"
              + "|teilen|partager|compartir|compartilhe|condividi|delen|dela artikeln|del på"
              + "|we want to hear from you|have (?:a|you) .{0,40}(?:tip|story)\\?|do you have .{0,40}\\?"
              + "|contact (?:us|the (?:author|reporter))|e-?mail (?:us|the)|send (?:us )?.{0,30}tips?"
              + "|empfohlener (?:redaktioneller |externer )?inhalt|an dieser stelle finde[nts]+"
              + "|ich bin damit einverstanden|personenbezogene daten können|bitte aktivieren sie javascript"
              + "|please (?:enable|allow) (?:javascript|cookies)|this (?:video|content) (?:is not|cannot|can't)"
              + "|подпис(?:ывайтесь|аться)|підпис|следите за|取材|フォロー|subscreva|подробнее)",
          FLAGS);

  private static final Pattern LABEL =
      Pattern.compile(
          "^[\\W_]*(?:advertisement|advertising|sponsored(?: content)?|anzeige|werbung|publicité|publicidad"
              + "|publicidade|pubblicità|advertentie|reklam|reklame|reklama|annons|annonse|mainos|hirdetés|реклама"
              + "|広告|광고|广告|ad|promoted|(?:story|article) continues (?:below|after).{0,40}|continue reading.{0,40}"
              + "|loading.{0,20}|video|watch|listen|photos?|gallery|galerie|scroll (?:down )?to continue.{0,40}"
              + "|play video|close|share|print|comments?|tags?|topics|artikel (?:an)?hören|kommentare|teilen|drucken"
              + "|embed code|copy link|source links?|view (?:this post|gallery|more).{0,40}|skip (?:to|past).{0,50}"
              + "|end of .{0,40}|image (?:source|caption|credit).{0,80}|recommended stories|list of \\d+ items"
              + "|article veröffentlicht am.*|dieses thema im programm:?)[\\W_]*$",
          FLAGS);

  private static final Pattern CREDIT =
      Pattern.compile(
          "^[\\W_]{0,4}(?:©|\\(c\\)|photos?(?: by| credit| courtesy)?\\s*[:/|]|(?:photo|image|picture)s? (?:by|credit|courtesy|source)\\b"
              + "|fotos?\\s*[:/|]|bild(?:quelle|rechte|nachweis|er)?\\s*[:/|]|image credits?\\b|crédits? ?(?:photo)?\\s*:|credits?\\s*:"
              + "|фото\\s*:|getty images\\b|imago\\b|shutterstock\\b|zdjęcie\\s*:|foto de\\b)",
          FLAGS);
  private static final Pattern CREDIT_AT_END =
      Pattern.compile(
          ".*(?:©|\\bBildrechte:|\\bFoto: |\\bPhoto: |\\bCredit: |/ ?Getty Images|\\bReuters/).{0,60}$",
          FLAGS);

  private static final Pattern DATED =
      Pattern.compile(
          "^[\\W_]{0,4}(?:stand|veröffentlicht|artikel veröffentlicht|erstellt|publi(?:shed|é|cado|cato)|pubblicato|posted|updated"
              + "|last (?:updated|modified)|first published|aktualisiert|zuletzt aktualisiert|mis à jour|modifié|actualizado|atualizado"
              + "|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|opublikowano|güncelleme"
              + "|giriş|опубликовано|date|datum)\\b.{0,100}\\d.{0,60}$",
          FLAGS);
  private static final Pattern COUNTER =
      Pattern.compile(
          "^[\\W_]*(?:\\d[\\d.,]*\\s?[km]?\\s*(?:views?|comments?|shares?|likes?|reads?|kommentare?|vues?|aufrufe"
              + "|min(?:ute)?s?\\.?(?: (?:read|lesezeit|de lecture|lettura))?)|(?:reading time|lesezeit|lesedauer|temps de lecture"
              + "|tempo di lettura|views?|comments?)\\b.{0,30})[\\W_]*$",
          FLAGS);

  private static final Pattern AFTERWARDS =
      Pattern.compile(
          "^[\\W_]{0,4}(?:(?:additional |with )?report(?:ing|age) (?:by|from)\\b|(?:writing|editing|compiled|translated) by\\b"
              + "|(?:source|quelle|fonte|fuente)s?\\s*:|copyright\\b|all rights reserved|filed under|posted in|categor(?:y|ies)\\s*:"
              + "|tags?\\s*:|main image|.{0,60}\\bmay (?:earn|receive) .{0,30}commission|also see\\b|more\\s*:$|sendung:"
              + "|(?:first|originally) published|this (?:article|story) (?:was )?(?:first|originally) (?:published|appeared))",
          FLAGS);

  /** Words with which a page speaks to its reader, or of itself. */
  private static final Pattern READER =
      Pattern.compile(
          "\\b(?:you|your|our|we|us|my|me|sie|ihr|ihre|ihrer|ihrem|ihren|du|dein|deine|dich|dir|wir|uns"
              + "|unser|unsere|unserem|unseren|unserer|vous|votre|vos|nous|notre|nos|tu|tus|te|su|sus"
              + "|nuestra|nuestro|usted|você|seu|sua|nossa|nosso|tuo|tua|nostri|nostra|ci|vi|je|jouw|uw|ons"
              + "|onze|din|ditt|vår|vårt|here|hier|ici|aquí|aqui|click|this|diese|dieser|newsletter|app)\\b",
          FLAGS);

  /** A sign after a label; a colon before a word in small letters may stand in any sentence. */
  private static final Pattern LABELLED =
      Pattern.compile("^.{0,23}(?:[|/©»]|:(?!\\s\\p{Ll})).*", Pattern.DOTALL);

  /** A sentence, however short. */
  private static final Pattern SAID =
      Pattern.compile("[\\p{Lu}\\p{Lo}\"“„«‘'»¿¡–—-].*\\p{L}[\"”“»’')]?[.!?…。！？؟।][\"”“»’')]*");

  private static final int SHORTEST_SENTENCE = 60;
  private static final int TAIL = 6;

  /** The longest of {@link #CREDIT_AT_END} with what may follow it. */
  private static final int LONGEST_CREDIT = 80;

  private LineRules() {}

  /** True for a heading or line that points to other stories. */
  static boolean points(Block block) {
    String text = block.text();
    return text.length() <= SHORT && POINTER.matcher(text).find();
  }

  /** True for a line that is not the story's. */
  static boolean isForeign(Block block) {
    String text = block.text();
    if (text.length() > SHORT) {
      return false;
    }
    if (LABEL.matcher(text).matches() || COUNTER.matcher(text).matches()) {
      return true;
    }
    if (block.kind() == Kind.SUBHEAD) {
      return points(block);
    }
    return points(block) && (linked(block) > 0.3 || text.length() < 160)
        || isCreditedAtEnd(text)
        || (CALL.matcher(text).find()
                || (CREDIT.matcher(text).find() && text.length() < 160)
                || isDated(text))
            && !isToldSentence(block, text);
  }

  /** A sentence of a story may begin with any word: "Getty Images said on Sunday it would …". */
  private static boolean isToldSentence(Block block, String text) {
    return text.length() >= SHORTEST_SENTENCE
        && text.endsWith(".")
        && linked(block) == 0
        && !LABELLED.matcher(text).matches()
        && !READER.matcher(text).find();
  }

  /** Every paragraph comes by here, and few have a sign that each of these credits has. */
  private static boolean isCreditedAtEnd(String text) {
    for (int i = Math.max(0, text.length() - LONGEST_CREDIT); i < text.length(); i++) {
      if ("©:/".indexOf(text.charAt(i)) >= 0) {
        return CREDIT_AT_END.matcher(text).matches();
      }
    }
    return false;
  }

  private static boolean isDated(String text) {
    return text.chars().anyMatch(Character::isDigit) && DATED.matcher(text).matches();
  }

  /** The share of a block's letters that are links. */
  static double linked(Block block) {
    int all = block.text().length();
    int linked =
        block.spans().stream().filter(s -> s.href() != null).mapToInt(s -> s.text().length()).sum();
    return all == 0 ? 0 : (double) linked / all;
  }

  /** The blocks without what is not the story's. */
  static List<Block> cleaned(List<Block> blocks, String headline) {
    List<Block> kept = new ArrayList<>();
    boolean list = false;
    for (Block block : blocks) {
      if (list && block.kind() == Kind.BULLET && linked(block) > 0.5) {
        continue;
      }
      list = false;
      if (isForeign(block)) {
        list = true;
        continue;
      }
      kept.add(block);
    }
    return withoutHead(withoutTail(kept), headline);
  }

  /** What stands above the first sentence: the headline again, names, dates. */
  private static List<Block> withoutHead(List<Block> blocks, String headline) {
    int first = 0;
    while (first < blocks.size() && !isSentence(blocks.get(first))) {
      first++;
    }
    if (first == blocks.size()) {
      return blocks;
    }
    List<Block> kept = new ArrayList<>();
    for (int i = 0; i < first; i++) {
      Block block = blocks.get(i);
      boolean loose = block.kind() == Kind.PARAGRAPH && block.text().length() < Weights.GOOD;
      if ((!loose || isSaid(block)) && Headlines.alike(block.text(), headline) < 0.8) {
        kept.add(block);
      }
    }
    kept.addAll(blocks.subList(first, blocks.size()));
    return kept;
  }

  /** True of words that end as a sentence or a question does, and are no name, date or byline. */
  private static boolean isSaid(Block block) {
    String text = block.text();
    return SAID.matcher(text).matches()
        && linked(block) == 0
        && text.chars().noneMatch(Character::isDigit)
        && !Bylines.isNames(text)
        && Bylines.recognise(text) == null;
  }

  /** Headings that head nothing, and who else had a hand in it. */
  private static List<Block> withoutTail(List<Block> blocks) {
    int end = blocks.size();
    for (int i = blocks.size() - 1; i > 0 && i >= blocks.size() - TAIL; i--) {
      Block block = blocks.get(i);
      boolean foreign = block.text().length() < SHORT && AFTERWARDS.matcher(block.text()).find();
      if (foreign || block.kind() == Kind.SUBHEAD) {
        end = i;
      } else if (isSentence(block)) {
        break;
      }
    }
    return blocks.subList(0, end);
  }

  private static boolean isSentence(Block block) {
    String text = block.text();
    if (text.length() >= Weights.GOOD) {
      return true;
    }
    return block.kind() == Kind.PARAGRAPH
        && text.length() > 20
        && ".!?…。！？”\"»:".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
