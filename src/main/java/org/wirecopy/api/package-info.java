/** The HTTP API's answers: what became of stories, orders, lookups, health. */
@NullMarked
package org.wirecopy.api;

import org.jspecify.annotations.NullMarked;
