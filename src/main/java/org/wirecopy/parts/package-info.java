/** Parts of the house made as the settings say, for the running house and single commands alike. */
@NullMarked
package org.wirecopy.parts;

import org.jspecify.annotations.NullMarked;
