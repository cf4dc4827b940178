package org.wirecopy.desk.access;

/**
 * Someone who can log in with a password.
 *
 * @param name as typed at log-in
 * @param role what they may do
 * @param password what their password is checked against
 */
record User(String name, Role role, PasswordHash password) implements Person {}
