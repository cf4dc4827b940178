/** Keeps the archive of related stories in step with the ledger. */
@NullMarked
package org.wirecopy.archive;

import org.jspecify.annotations.NullMarked;
