/**
 * The watched folder: Camel's file component with a walk that resumes where it stopped, a folder
 * watch instead of a timer, and a kernel's word on whether a file is still being written.
 */
@NullMarked
package org.wirecopy.intake.inbox;

import org.jspecify.annotations.NullMarked;
