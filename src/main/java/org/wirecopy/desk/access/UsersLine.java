package org.wirecopy.desk.access;

import java.security.SecureRandom;

/** Makes lines of the users file. */
public final class UsersLine {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 256;

  private UsersLine() {}

  /**
   * The line for a user.
   *
   * @throws IllegalArgumentException if name, role or password cannot be taken; the message says
   *     why
   */
  public static String of(String name, String role, char[] password, SecureRandom random) {
    if (!Users.isName(name)) {
      throw new IllegalArgumentException(
          "A name is made of letters, digits and . _ @ -, at most 64 of them.");
    }
    if (Role.ofWord(role) == null) {
      throw new IllegalArgumentException("The role must be viewer, editor or operator.");
    }
    if (password.length < SHORTEST || password.length > LONGEST) {
      throw new IllegalArgumentException(
          "A password must have " + SHORTEST + " to " + LONGEST + " characters.");
    }
    return name + " " + role + " " + PasswordHash.of(password, random);
  }
}
