package org.wirecopy.related;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;

/** What the index holds of each story. A change here takes another {@link IndexForm#FORMAT}. */
final class StoryDocuments {
  /** Key of the uri: found and replaced by it. */
  static final String URI = "uri";

  /** The telling words, by hash, with how often. */
  static final String WORDS = "words";

  /** The words of the headline, by hash. */
  static final String HEADLINE = "headline";

  /** The words of the headline, spelt, to be compared. */
  static final String HEADLINE_WORDS = "spelt";

  /** The headline written as one word, for those that begin alike. */
  static final String HEADLINE_KEY = "key";

  /** Seconds since 1970; none for an undated story. */
  static final String AT = "at";

  static final String SOURCE = "source";

  /** See {@link StoryPrint}. */
  static final String PRINT = "print";

  /** See {@link StoryCard}. */
  static final String CARD = "card";

  /** See {@link PackedText}. */
  static final String TEXT = "text";

  private static final int KEY_BYTES = 16;
  private static final int LONGEST_SOURCE = 200;

  private final Languages languages;
  private final String fallbackLanguage;
  private final FreshTerms fresh = new FreshTerms();

  StoryDocuments(Languages languages, ArchiveSettings settings) {
    this.languages = languages;
    this.fallbackLanguage = Languages.primary(settings.language());
  }

  /** The language that a story without one, or with a regional one, is taken to be in. */
  String languageOf(@Nullable String stated) {
    return stated == null || stated.isBlank() ? fallbackLanguage : Languages.primary(stated);
  }

  /** The words of a story that others are looked up for. */
  StoryTerms terms(Query query) {
    String language = languageOf(query.language());
    StoryTerms terms = StoryTerms.of(languages.of(language), query.headline(), query.text());
    fresh.put(FreshTerms.story(language, query.headline(), query.text()), PackedTerms.of(terms));
    return terms;
  }

  /** The words of a story to be put, which often was looked up moments ago. */
  PackedTerms terms(ArchiveStory story) {
    String language = languageOf(story.language());
    PackedTerms known = fresh.take(FreshTerms.story(language, story.headline(), story.text()));
    return known != null
        ? known
        : PackedTerms.of(StoryTerms.of(languages.of(language), story.headline(), story.text()));
  }

  /**
   * @param key of its uri
   * @param terms as {@link #terms(ArchiveStory)} gives them
   */
  Document of(ArchiveStory story, BytesRef key, PackedTerms terms) {
    HeadlineWords headline = HeadlineWords.of(story.headline());
    Document document = new Document();
    document.add(new StringField(URI, key, Field.Store.NO));
    document.add(TermsField.ofStory(WORDS, terms));
    document.add(TermsField.ofHeadline(HEADLINE, headline));
    document.add(new StringField(HEADLINE_KEY, headline.key(), Field.Store.NO));
    if (story.source() != null) {
      document.add(new StringField(SOURCE, sourceKey(story.source()), Field.Store.NO));
    }
    if (story.date() != null) {
      document.add(new NumericDocValuesField(AT, story.date().toEpochSecond()));
    }
    long at = story.date() == null ? StoryPrint.UNDATED : story.date().toEpochSecond();
    String language = languageOf(story.language());
    byte[] print = StoryPrint.of(terms, language, story.uri(), story.id(), at);
    document.add(new BinaryDocValuesField(PRINT, new BytesRef(print)));
    document.add(
        new BinaryDocValuesField(HEADLINE_WORDS, ArchivedHeadline.stored(headline.words())));
    document.add(new BinaryDocValuesField(CARD, new BytesRef(StoryCard.of(story).bytes())));
    document.add(new BinaryDocValuesField(TEXT, PackedText.pack(story.text())));
    return document;
  }

  /** 128 bits that stand for a uri: all of one length, and told apart by the first few. */
  static BytesRef key(String uri) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return new BytesRef(sha.digest(uri.getBytes(StandardCharsets.UTF_8)), 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  static String sourceKey(String source) {
    String key = source.strip().toLowerCase(Locale.ROOT);
    return key.substring(0, Math.min(key.length(), LONGEST_SOURCE));
  }
}
