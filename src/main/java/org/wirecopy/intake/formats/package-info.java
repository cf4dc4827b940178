/**
 * Readers of the formats that programs write: wire copy in XML and JSON, feeds, office documents,
 * e-mail and zip bundles. Each takes the facts that its format states natively; none resolves an
 * entity, opens a connection or trusts a length that the file claims.
 */
@NullMarked
package org.wirecopy.intake.formats;

import org.jspecify.annotations.NullMarked;
