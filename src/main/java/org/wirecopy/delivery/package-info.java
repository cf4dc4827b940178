/**
 * Small pieces that the partner route strings together: retry policy, signing, target check,
 * breaker.
 */
@NullMarked
package org.wirecopy.delivery;

import org.jspecify.annotations.NullMarked;
