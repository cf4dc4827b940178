package org.wirecopy.desk.access;

/** Which token opens which partner's own page. */
public interface PartnerTokens {
  /** Whether the partner has such a page and this is its token. */
  boolean open(String partner, String token);
}
