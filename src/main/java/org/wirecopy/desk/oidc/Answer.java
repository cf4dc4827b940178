package org.wirecopy.desk.oidc;

/** What came of asking the provider who somebody is. */
public sealed interface Answer {
  /** They are known. */
  record Known(Identity identity) implements Answer {}

  /**
   * The provider, or a rule of ours, says no.
   *
   * @param why for the log; holds nothing secret
   */
  record Refused(String why) implements Answer {}

  /**
   * The provider cannot be asked.
   *
   * @param why for the log; holds nothing secret
   */
  record Unreachable(String why) implements Answer {}
}
