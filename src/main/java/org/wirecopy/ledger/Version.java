package org.wirecopy.ledger;

import org.wirecopy.article.Story;

/** A version with its rows' keys. */
record Version(long row, long storyRow, Story story) {}
