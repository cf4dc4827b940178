package org.wirecopy.related;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Words that are counted already, handed to the index each once, by the keys of their hashes. */
final class TermsField extends Field {
  /** A word of the headline weighs as much as so many in the body. */
  private static final int HEADLINE_COUNT = 2;

  private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS);
  private static final FieldType NAMED = type(IndexOptions.DOCS);

  private TermsField(String name, TokenStream words, FieldType type) {
    super(name, words, type);
  }

  private static FieldType type(IndexOptions kept) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(kept);
    type.freeze();
    return type;
  }

  static TermsField ofStory(String name, PackedTerms terms) {
    return new TermsField(name, new StoryStream(terms), COUNTED);
  }

  static TermsField ofHeadline(String name, HeadlineWords headline) {
    return new TermsField(name, new HeadlineStream(headline), NAMED);
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
    return tokenStreamValue();
  }

  private static final class StoryStream extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute count = addAttribute(TermFrequencyAttribute.class);
    private final PackedTerms terms;
    private final BytesRef key = Word.key(0);
    private int next;

    StoryStream(PackedTerms terms) {
      this.terms = terms;
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.size()) {
        return false;
      }
      clearAttributes();
      int word = terms.get(next++);
      Word.spell(StoryPrint.hash(word), key);
      term.setBytesRef(key);
      count.setTermFrequency(
          StoryPrint.count(word) + (StoryPrint.inHeadline(word) ? HEADLINE_COUNT : 0));
      return true;
    }
  }

  private static final class HeadlineStream extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final HeadlineWords headline;
    private int next;

    HeadlineStream(HeadlineWords headline) {
      this.headline = headline;
    }

    @Override
    public boolean incrementToken() {
      if (next == headline.words().size()) {
        return false;
      }
      clearAttributes();
      term.setBytesRef(Word.key(Word.hash(headline.words().get(next++))));
      return true;
    }
  }
}
