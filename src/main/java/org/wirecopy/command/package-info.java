/** The commands of the jar beside running it: check, import, export, orders to a running house. */
@NullMarked
package org.wirecopy.command;

import org.jspecify.annotations.NullMarked;
