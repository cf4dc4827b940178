package org.wirecopy.ledger;

/**
 * What the ledger's writer has done since it was opened.
 *
 * @param commits transactions that reached the disk
 * @param pieces stories, outcomes and orders that they held
 * @param commitNanos time they took together, in nanoseconds
 * @param waiting pieces that wait for the writer now
 */
public record WriterActivity(long commits, long pieces, long commitNanos, int waiting) {}
