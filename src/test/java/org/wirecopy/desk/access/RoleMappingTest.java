package org.wirecopy.desk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleMappingTest {
  private final RoleMapping roles =
      new RoleMapping(List.of("readers", "news"), List.of("news-desk"), List.of("ops"));

  @Test
  void theHighestRoleOfAllGroupsCounts() {
    assertThat(roles.of(Set.of("everybody", "readers"))).isEqualTo(Role.VIEWER);
    assertThat(roles.of(Set.of("readers", "news-desk"))).isEqualTo(Role.EDITOR);
    assertThat(roles.of(Set.of("news-desk", "ops"))).isEqualTo(Role.OPERATOR);
  }

  @Test
  void whoIsInNoneOfThemHasNoRole() {
    assertThat(roles.of(Set.of())).isNull();
    assertThat(roles.of(Set.of("Ops", "ops ", "news-des"))).isNull();
    assertThat(new RoleMapping(List.of(), List.of(), List.of()).of(Set.of("ops"))).isNull();
  }
}
