package org.wirecopy.ledger;

import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Story;

/** A version about to be entered, with its rows' keys and its stored form. */
record Version(
    long row,
    long storyRow,
    Story story,
    byte[] articleJson,
    byte[] relatedJson,
    byte[] digest,
    String file,
    @Nullable String note) {}
