/**
 * What a story is, and what became of it: records that every room of the house shares. They know no
 * Camel, no SQL and no JSON.
 */
@NullMarked
package org.wirecopy.article;

import org.jspecify.annotations.NullMarked;
