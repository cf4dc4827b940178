package org.wirecopy.related;

/**
 * What speaks for one archived story being related to the article: each a plain number, so that how
 * they are weighed can be read and tuned in one place.
 *
 * @param words weight of the shared words as a share of the article's own
 * @param headline weight of the article's headline words that the other's headline has, as a share
 * @param inHeadline weight of the article's words that the other's headline has
 * @param names weight of the shared names as a share of the article's own
 * @param shared share of the shorter one's different words that the other has too
 * @param days between the two, negative if the other is older; NaN if either has no date
 */
record Likeness(
    double words, double headline, double inHeadline, double names, double shared, double days) {}
