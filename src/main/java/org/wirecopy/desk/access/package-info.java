/**
 * Who may see and do what: log-in, sessions, roles, guards against foreign pages, and the record of
 * every action.
 */
@NullMarked
package org.wirecopy.desk.access;

import org.jspecify.annotations.NullMarked;
