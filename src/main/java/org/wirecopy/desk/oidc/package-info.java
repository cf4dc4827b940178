/**
 * Log-in at a provider outside by OpenID Connect (Core 1.0, Discovery 1.0, RP-Initiated Logout
 * 1.0): who somebody is, not what they may do.
 */
@NullMarked
package org.wirecopy.desk.oidc;

import org.jspecify.annotations.NullMarked;
