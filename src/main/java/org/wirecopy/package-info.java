/** Wirecopy as a program: the running house, where all rooms are wired together. */
@NullMarked
package org.wirecopy;

import org.jspecify.annotations.NullMarked;
