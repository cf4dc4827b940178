/** The archive of accepted stories, and the lookup that finds what a story is related to. */
@NullMarked
package org.wirecopy.related;

import org.jspecify.annotations.NullMarked;
