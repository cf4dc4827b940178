package org.wirecopy.desk.access;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the provider's groups make whom.
 *
 * @param viewers groups of viewers
 * @param editors groups of editors
 * @param operators groups of operators
 */
public record RoleMapping(List<String> viewers, List<String> editors, List<String> operators) {
  public RoleMapping {
    viewers = List.copyOf(viewers);
    editors = List.copyOf(editors);
    operators = List.copyOf(operators);
  }

  /** The highest role that one of the groups gives, or null: then nobody is let in. */
  @Nullable Role of(Set<String> groups) {
    if (!Collections.disjoint(operators, groups)) {
      return Role.OPERATOR;
    }
    if (!Collections.disjoint(editors, groups)) {
      return Role.EDITOR;
    }
    return Collections.disjoint(viewers, groups) ? null : Role.VIEWER;
  }

  /** True if no group makes anybody anything. */
  public boolean isEmpty() {
    return viewers.isEmpty() && editors.isEmpty() && operators.isEmpty();
  }
}
