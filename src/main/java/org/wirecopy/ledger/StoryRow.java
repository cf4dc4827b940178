package org.wirecopy.ledger;

import org.wirecopy.article.Story;

/**
 * A story's current version with its place in the order of acceptance.
 *
 * @param row ascending over all versions ever accepted; where the next scan goes on
 */
public record StoryRow(long row, Story story) {}
