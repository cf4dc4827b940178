/**
 * From dropped file to {@link org.wirecopy.article.Article}: one reader per format, chosen by
 * content.
 */
@NullMarked
package org.wirecopy.intake;

import org.jspecify.annotations.NullMarked;
