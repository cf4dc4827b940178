package org.wirecopy.delivery;

/**
 * A parameter of a partner file.
 *
 * @param name as written in the file
 * @param description what it does
 * @param form what its value must be, unit included; reads on from "must be"
 * @param defaultValue taken where the file does not state it; empty for none
 * @param secret true if its value must never be shown
 */
public record PartnerParameter(
    String name, String description, String form, String defaultValue, boolean secret) {}
