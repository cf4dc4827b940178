package org.wirecopy.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A version whose file was read with warnings.
 *
 * @param uri the story
 * @param headline of the version
 * @param file it came from
 * @param created when it was accepted
 * @param warnings near misses that were accepted, in words for the editor
 */
public record WarnedView(
    String uri, String headline, String file, Instant created, List<String> warnings) {}
