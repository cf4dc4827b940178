package org.wirecopy.related;

/**
 * What speaks for one archived story being related to the article: each a plain number, so that how
 * they are weighed can be read and tuned in one place.
 *
 * @param words the shared words by rarity and by how often the article uses them, as a share of all
 *     its words
 * @param rare the shared words by rarity alone, as a share
 * @param headline the article's headline words that the other's headline has, as a share
 * @param lead the article's headline words that the other's headline or lead has, as a share
 * @param otherHeadline the other's headline words that the article has, as a share
 * @param days from the article to the other, negative if the other is older; NaN if either has no
 *     date
 */
record Likeness(
    double words, double rare, double headline, double lead, double otherHeadline, double days) {}
