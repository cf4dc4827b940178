package org.wirecopy.ledger;

import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;

/**
 * An imported story with its place in the order of import.
 *
 * @param row ascending; where the next scan goes on. A story imported again with changes gets a new
 *     one
 * @param story null if the ledger has a story of its own of that uri, which alone counts
 */
public record ArchiveRow(long row, @Nullable ArchiveStory story) {}
