/** Stories, deliveries and attempts: the one place with SQL and the one source of truth. */
@NullMarked
package org.wirecopy.ledger;

import org.jspecify.annotations.NullMarked;
