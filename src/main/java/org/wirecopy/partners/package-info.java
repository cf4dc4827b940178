/** The partner files in the routes folder: each joins, changes and leaves while the house runs. */
@NullMarked
package org.wirecopy.partners;

import org.jspecify.annotations.NullMarked;
