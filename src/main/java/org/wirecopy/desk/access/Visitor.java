package org.wirecopy.desk.access;

import jakarta.servlet.ServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request. Pages and routes read it from the request: what to show, and whose order it
 * is.
 *
 * @param name the user's name; {@code local} where nobody has to log in
 * @param role what they may do
 * @param csrfToken of a session: what each of its forms must carry as the field {@code csrf}, and
 *     each scripted order as the header {@code x-csrf-token}; null where there is no session
 */
public record Visitor(String name, Role role, @Nullable String csrfToken) {
  private static final String ATTRIBUTE = Visitor.class.getName();

  /** Somebody at this machine, where nobody has to log in. */
  static final Visitor LOCAL = new Visitor("local", Role.OPERATOR, null);

  /** Somebody on a path that is open to all. */
  static final Visitor ANYBODY = new Visitor("anybody", Role.VIEWER, null);

  /** A partner on its own page. */
  static Visitor partner(String name) {
    return new Visitor("partner " + name, Role.VIEWER, null);
  }

  /**
   * Who makes the request.
   *
   * @throws IllegalStateException if the request did not come through the door
   */
  public static Visitor of(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Visitor visitor) {
      return visitor;
    }
    throw new IllegalStateException("the request did not come through the door");
  }

  /** True if the visitor may do what the role may. */
  public boolean may(Role what) {
    return role.includes(what);
  }

  /** The name in a sentence such as "paused by anna"; where nobody logs in it is just a person. */
  public String spokenOf() {
    return equals(LOCAL) ? "a person" : name;
  }

  /** True for a name that means somebody else in the audit log. */
  static boolean isReserved(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals(LOCAL.name())
        || lower.equals(ANYBODY.name())
        || lower.startsWith("partner ");
  }

  void enter(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static @Nullable Visitor orNull(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Visitor visitor ? visitor : null;
  }
}
