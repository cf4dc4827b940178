package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How SQLite looks for deliveries: what a partner ever got is not read for what waits. */
@NullUnmarked
class PlansTest {
  /** Their question is a partner's deliveries by time. */
  private static final List<String> BY_TIME =
      List.of("DeliveryRows.RECENT", "Replays.COUNT", "Replays.OF_PARTNER");

  /** The beginnings of statements. */
  private static final List<String> PARTS = List.of("DeliveryRows.DELIVERY", "StorySearch.SELECT");

  @TempDir Path folder;

  @Test
  void noStatementReadsAllThatAPartnerEverGot() throws Exception {
    Map<String, String> statements = statements();
    assertThat(statements).containsKeys("Switches.PARK", "Lanes.CLAIM").hasSizeGreaterThan(40);
    statements.keySet().removeAll(PARTS);
    List<String> faults = new ArrayList<>();
    try (Desk desk = new Desk(folder);
        Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"))) {
      for (Map.Entry<String, String> each : statements.entrySet()) {
        for (String step : plan(connection, each.getValue())) {
          boolean byTime = step.contains("delivery_by_time") && !BY_TIME.contains(each.getKey());
          boolean whole = step.matches("SCAN (d|delivery)( USING INDEX delivery_by_time)?");
          if (byTime || whole) {
            faults.add(each.getKey() + ": " + step);
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> plan(Connection connection, String sql) throws SQLException {
    List<String> steps = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
    }
    return steps;
  }

  /** Every statement that a class of the ledger keeps as a constant, by class and name. */
  private static Map<String, String> statements() throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (Class<?> room : classes()) {
      for (Field field : room.getDeclaredFields()) {
        if (field.getType() == String.class && Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          String text = (String) field.get(null);
          if (text.matches("(?s)(SELECT|UPDATE|INSERT|DELETE) .*")) {
            found.put(room.getSimpleName() + "." + field.getName(), text);
          }
        }
      }
    }
    return found;
  }

  private static List<Class<?>> classes() throws IOException, ClassNotFoundException {
    List<Class<?>> classes = new ArrayList<>();
    Path compiled;
    try {
      compiled = Path.of(Ledger.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    try (Stream<Path> files = Files.list(compiled.resolve("org/wirecopy/ledger"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.class$", "");
        classes.add(Class.forName("org.wirecopy.ledger." + name));
      }
    }
    return classes;
  }
}
