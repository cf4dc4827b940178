/** How well the readers read: one report over all labelled files, with the figures to reach. */
package org.wirecopy.intake.score;
