package org.wirecopy.desk.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
  @Test
  void groupsAreAListOrASingleWord() {
    assertThat(new Claims(Map.of("groups", List.of("desk", "all"))).texts("groups"))
        .containsExactly("all", "desk");
    assertThat(new Claims(Map.of("groups", "desk")).texts("groups")).containsExactly("desk");
    assertThat(new Claims(Map.of("groups", 7)).texts("groups")).isEmpty();
    assertThat(new Claims(Map.of()).texts("groups")).isEmpty();
  }

  @Test
  void aDotLeadsIntoAnObjectUnlessAClaimHasTheWholeName() {
    Claims keycloak = new Claims(Map.of("realm_access", Map.of("roles", List.of("editor"))));
    assertThat(keycloak.texts("realm_access.roles")).containsExactly("editor");
    assertThat(keycloak.texts("realm_access.roles.more")).isEmpty();

    Claims auth0 = new Claims(Map.of("https://desk.example/roles", List.of("editor")));
    assertThat(auth0.texts("https://desk.example/roles")).containsExactly("editor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "Anna Meier", "anna.meier@desk.example", "Søren O'Neill", "安娜"})
  void namesOfPeopleAreNames(String name) {
    assertThat(new Claims(Map.of("name", name)).name("name")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "anna\nolga", "<b>anna</b>", "anna\u202eagol", "an\u200bna"})
  void whatCouldPassForAnotherNameIsNone(String name) {
    assertThat(new Claims(Map.of("name", name)).name("name")).isNull();
  }

  @Test
  void aNameIsBounded() {
    assertThat(new Claims(Map.of("name", "a".repeat(65))).name("name")).isNull();
  }
}
