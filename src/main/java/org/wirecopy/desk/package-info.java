/** What people see of the house: the page and the API. */
@NullMarked
package org.wirecopy.desk;

import org.jspecify.annotations.NullMarked;
