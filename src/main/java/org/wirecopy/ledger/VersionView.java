package org.wirecopy.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Story;

/**
 * One version of a story.
 *
 * @param file it came from, {@code desk} for a person's act
 * @param note of the person who acted, or null
 * @param warnings near misses in the file, in words for the editor
 */
public record VersionView(Story story, String file, @Nullable String note, List<String> warnings) {}
