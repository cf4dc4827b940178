/** The desk's web page: one class per page builds what its template shows. */
@NullMarked
package org.wirecopy.desk.page;

import org.jspecify.annotations.NullMarked;
