/** The steps of the routes that join rooms: each is one bean method that a route names. */
@NullMarked
package org.wirecopy.steps;

import org.jspecify.annotations.NullMarked;
