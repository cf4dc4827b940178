/** Wirecopy as a program: its commands, its settings, and the wiring of the rooms. */
@NullMarked
package org.wirecopy;

import org.jspecify.annotations.NullMarked;
