package org.wirecopy.desk.oidc;

import java.util.Set;

/**
 * Who somebody is, as the provider vouches.
 *
 * @param subject the provider's own word for them, which never changes
 * @param name what they are called; the subject where the claim is missing or is no name
 * @param groups what they belong to, or the roles they have there
 * @param idToken the token that says so, to be shown again when they log out
 */
public record Identity(String subject, String name, Set<String> groups, String idToken) {
  public Identity {
    groups = Set.copyOf(groups);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "Identity[" + subject + ", " + name + ", " + groups + "]";
  }
}
