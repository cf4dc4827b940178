/** Readers of text as editors type and paste it: plain text and Markdown. */
@NullMarked
package org.wirecopy.intake.text;

import org.jspecify.annotations.NullMarked;
