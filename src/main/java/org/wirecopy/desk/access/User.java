package org.wirecopy.desk.access;

/**
 * Someone who can log in.
 *
 * @param name as typed at log-in
 * @param role what they may do
 * @param password what their password is checked against
 */
record User(String name, Role role, PasswordHash password) {}
