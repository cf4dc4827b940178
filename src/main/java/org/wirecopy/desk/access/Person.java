package org.wirecopy.desk.access;

/** Someone who has logged in. */
sealed interface Person permits User, Member {
  /** As they are called in the audit log. */
  String name();

  /** What they may do. */
  Role role();
}
