/** The desk: pages on which people see what became of each story, and give orders. */
@NullMarked
package org.wirecopy.desk.page;

import org.jspecify.annotations.NullMarked;
