/**
 * Reads saved web pages: finds the story among menus, boxes and advertisements, and what the page
 * says about it.
 */
@NullMarked
package org.wirecopy.intake.html;

import org.jspecify.annotations.NullMarked;
