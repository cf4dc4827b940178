package org.wirecopy.intake.text;

/** What a line of pasted text is, looked at alone. */
enum LineKind {
  /** A paragraph: long, or a sentence of some length. */
  PROSE,
  /** A short line that ends as a sentence does. */
  SENTENCE,
  /** A short line that does not: a headline, a subhead, a name, a label. */
  SHORT,
  /** Little but a date. */
  DATE,
  /** Says who wrote the story. */
  BYLINE,
  /** Says of itself that it belongs to a picture. */
  CAPTION,
  /** Announces a list of other headlines. */
  LIST,
  /** Announces what comes after a story: comments, topics, copyright. */
  END,
  /** A button, a notice, a label of the page. */
  CHROME,
  /** Speaks as a page speaks to its readers, of cookies, newsletters and the like. */
  NOTICE,
  /** A figure alone: views, comments, minutes to read. */
  COUNTER,
  /** Signs that stand for something that is no text: a picture, a field, a rule. */
  SIGN;

  /** True for words that may belong to a story's body. */
  boolean isText() {
    return this == PROSE || this == SENTENCE || this == SHORT;
  }

  /** True for what nobody types into an article: it is a sign of a page around the text. */
  boolean isOfPage() {
    return this == CHROME || this == SIGN || this == LIST || this == END || this == CAPTION;
  }

  /** True for what can be left out wherever it stands. */
  boolean isNoise() {
    return this == CHROME || this == NOTICE || this == COUNTER || this == SIGN;
  }
}
