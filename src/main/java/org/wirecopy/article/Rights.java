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
}
