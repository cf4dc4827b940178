/** Every setting, from the files and the environment, and what is wrong with them. */
@NullMarked
package org.wirecopy.settings;

import org.jspecify.annotations.NullMarked;
