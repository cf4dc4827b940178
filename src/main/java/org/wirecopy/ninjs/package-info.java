/** From story to the JSON that partners read: one mapper per profile. */
@NullMarked
package org.wirecopy.ninjs;

import org.jspecify.annotations.NullMarked;
