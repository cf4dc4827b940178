/**
 * The pictures that partners fetch: kept by digest, and given out under signed addresses that end.
 */
@NullMarked
package org.wirecopy.media;

import org.jspecify.annotations.NullMarked;
