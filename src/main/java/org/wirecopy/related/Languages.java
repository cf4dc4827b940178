package org.wirecopy.related;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.German2Stemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/** The vocabulary of each language; a language without one of its own is searched word for word. */
final class Languages {
  private final String fallback;
  private final Map<String, Vocabulary> vocabularies = new ConcurrentHashMap<>();

  /**
   * @param fallback BCP 47 tag assumed for a story that states none
   */
  Languages(String fallback) {
    this.fallback = primary(fallback);
  }

  /** The language part of a BCP 47 tag, lower case. */
  static String primary(String tag) {
    String lower = tag.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    int dash = lower.indexOf('-');
    String language = dash < 0 ? lower : lower.substring(0, dash);
    return language.equals("nb") || language.equals("nn") ? "no" : language;
  }

  Vocabulary of(@Nullable String tag) {
    String language = tag == null || tag.isBlank() ? fallback : primary(tag);
    Vocabulary known = vocabularies.get(language);
    return known != null ? known : vocabularies.computeIfAbsent(key(language), Languages::make);
  }

  /** Languages without rules of their own share one vocabulary. */
  private static String key(String language) {
    return language.matches("ar|ca|da|de|en|es|fi|fr|hi|hu|id|it|nl|no|pt|ro|ru|sv|tr")
        ? language
        : "und";
  }

  private static Vocabulary make(String language) {
    return switch (language) {
      case "en" -> new Vocabulary(new EnglishStemmer(), EnglishCommonWords.SET);
      case "ar" -> new Vocabulary(new ArabicStemmer(), ArabicAnalyzer.getDefaultStopSet());
      case "ca" -> new Vocabulary(new CatalanStemmer(), CatalanAnalyzer.getDefaultStopSet());
      case "da" -> new Vocabulary(new DanishStemmer(), DanishAnalyzer.getDefaultStopSet());
      case "de" -> new Vocabulary(new German2Stemmer(), GermanAnalyzer.getDefaultStopSet());
      case "es" -> new Vocabulary(new SpanishStemmer(), SpanishAnalyzer.getDefaultStopSet());
      case "fi" -> new Vocabulary(new FinnishStemmer(), FinnishAnalyzer.getDefaultStopSet());
      case "fr" -> new Vocabulary(new FrenchStemmer(), FrenchAnalyzer.getDefaultStopSet());
      case "hi" -> new Vocabulary(new HindiStemmer(), HindiAnalyzer.getDefaultStopSet());
      case "hu" -> new Vocabulary(new HungarianStemmer(), HungarianAnalyzer.getDefaultStopSet());
      case "id" -> new Vocabulary(new IndonesianStemmer(), IndonesianAnalyzer.getDefaultStopSet());
      case "it" -> new Vocabulary(new ItalianStemmer(), ItalianAnalyzer.getDefaultStopSet());
      case "nl" -> new Vocabulary(new DutchStemmer(), DutchAnalyzer.getDefaultStopSet());
      case "no" -> new Vocabulary(new NorwegianStemmer(), NorwegianAnalyzer.getDefaultStopSet());
      case "pt" -> new Vocabulary(new PortugueseStemmer(), PortugueseAnalyzer.getDefaultStopSet());
      case "ro" -> new Vocabulary(new RomanianStemmer(), RomanianAnalyzer.getDefaultStopSet());
      case "ru" -> new Vocabulary(new RussianStemmer(), RussianAnalyzer.getDefaultStopSet());
      case "sv" -> new Vocabulary(new SwedishStemmer(), SwedishAnalyzer.getDefaultStopSet());
      case "tr" -> new Vocabulary(new TurkishStemmer(), TurkishAnalyzer.getDefaultStopSet());
      default -> new Vocabulary(null, CharArraySet.EMPTY_SET);
    };
  }
}
