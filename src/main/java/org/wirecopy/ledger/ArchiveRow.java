package org.wirecopy.ledger;

import org.wirecopy.article.ArchiveStory;

/**
 * An imported story with its place in the order of import.
 *
 * @param row ascending; where the next scan goes on. A story imported again with changes gets a new
 *     one
 */
public record ArchiveRow(long row, ArchiveStory story) {}
