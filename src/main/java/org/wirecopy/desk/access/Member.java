package org.wirecopy.desk.access;

/**
 * Someone whom the provider vouches for.
 *
 * @param name as the provider calls them
 * @param role what they may do, as of log-in
 * @param idToken what the provider is shown when they log out
 */
record Member(String name, Role role, String idToken) implements Person {
  /** Without the token. */
  @Override
  public String toString() {
    return "Member[" + name + ", " + role + "]";
  }
}
