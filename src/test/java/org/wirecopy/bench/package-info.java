/**
 * The whole-process benchmark: a generator of articles, partners outside the process, two baselines
 * to compare with, and the runner {@link org.wirecopy.bench.Benchmark}.
 */
@NullMarked
package org.wirecopy.bench;

import org.jspecify.annotations.NullMarked;
