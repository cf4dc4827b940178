package org.wirecopy.article;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange with a partner, as the desk shows it. Never holds a secret.
 *
 * @param at when it began
 * @param took until the answer was read or the attempt failed
 * @param status HTTP status, 0 if there was no answer
 * @param excerpt the beginning of the answer's body, or null
 * @param error what went wrong, in words, or null
 */
public record Attempt(
    Instant at, Duration took, int status, @Nullable String excerpt, @Nullable String error) {}
