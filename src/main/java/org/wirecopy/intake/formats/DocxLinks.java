package org.wirecopy.intake.formats;

import java.util.Map;

/**
 * What the ids within a document's text stand for.
 *
 * @param external addresses outside of the file
 * @param internal names of other parts of the file
 */
record DocxLinks(Map<String, String> external, Map<String, String> internal) {}
