/** What the house tells of itself: lines in the terminal, metrics, alarms. */
@NullMarked
package org.wirecopy.watch;

import org.jspecify.annotations.NullMarked;
