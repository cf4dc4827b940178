package org.wirecopy.article;

import org.jspecify.annotations.Nullable;

/**
 * Whose a story is and what may be done with it; each part is null where the file does not say.
 *
 * @param source who supplied it
 * @param credit the line to print
 * @param copyrightHolder who holds the copyright
 * @param copyrightNotice the notice to print
 * @param usageTerms in words
 */
public record Rights(
    @Nullable String source,
    @Nullable String credit,
    @Nullable String copyrightHolder,
    @Nullable String copyrightNotice,
    @Nullable String usageTerms) {

  /** Nothing said. */
  public static final Rights NONE = new Rights(null, null, null, null, null);

  /** These with who supplied it. */
  public Rights withSource(String supplier) {
    return new Rights(supplier, credit, copyrightHolder, copyrightNotice, usageTerms);
  }

  /** These with the line to print. */
  public Rights withCredit(String line) {
    return new Rights(source, line, copyrightHolder, copyrightNotice, usageTerms);
  }

  /** These with who holds the copyright. */
  public Rights withCopyrightHolder(String holder) {
    return new Rights(source, credit, holder, copyrightNotice, usageTerms);
  }

  /** These with the notice to print. */
  public Rights withCopyrightNotice(String notice) {
    return new Rights(source, credit, copyrightHolder, notice, usageTerms);
  }

  /** These with what may be done with it. */
  public Rights withUsageTerms(String terms) {
    return new Rights(source, credit, copyrightHolder, copyrightNotice, terms);
  }
}
