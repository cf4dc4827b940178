package org.wirecopy.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of one partner file. Collects every fault, so that all are told at once. */
final class ParameterValues {

  /** A value that cannot be used for a reason that its form does not tell. */
  static final class UnusableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnusableException(String reason) {
      super(reason);
    }
  }

  private final Map<String, PartnerParameter> known;
  private final Map<String, String> given = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  ParameterValues(Map<String, PartnerParameter> known, Map<String, String> given) {
    this.known = known;
    given.forEach(
        (name, value) -> {
          if (known.containsKey(name)) {
            this.given.put(name, value.strip());
          } else {
            faults.add(
                "there is no parameter "
                    + name
                    + "; known are "
                    + String.join(", ", new TreeSet<>(known.keySet())));
          }
        });
  }

  /** The value as written, or the default; empty if there is neither. */
  String text(String name) {
    String value = given.getOrDefault(name, "");
    return value.isEmpty() ? parameter(name).defaultValue() : value;
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** The parsed value, or null if there is none or a faulty one. */
  <T> @Nullable T orNull(String name, Function<String, T> parse) {
    String text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (UnusableException e) {
      fault("parameter " + name + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      PartnerParameter parameter = parameter(name);
      String shown = parameter.secret() || text.contains("@") ? "" : " is \"" + text + "\" but";
      fault("parameter " + name + shown + " must be " + parameter.form());
    }
    return null;
  }

  /** The parsed value, or the other if there is none or a faulty one. */
  <T> T or(String name, Function<String, T> parse, T other) {
    T value = orNull(name, parse);
    return value == null ? other : value;
  }

  /** The parsed value; its absence is a fault. */
  <T> @Nullable T required(String name, Function<String, T> parse) {
    if (!has(name)) {
      fault("parameter " + name + " is missing: it must be " + parameter(name).form());
    }
    return orNull(name, parse);
  }

  /** Values separated by commas; empty if there are none. */
  <T> List<T> list(String name, Function<String, T> parse) {
    return or(
        name,
        text -> Stream.of(text.split(",")).map(String::strip).map(parse).toList(),
        List.<T>of());
  }

  Duration duration(String name) {
    return or(name, ValueForms::span, Duration.ZERO);
  }

  /** Parameters that make sense only together: none or all of them must be there. */
  void together(String... names) {
    List<String> missing = Stream.of(names).filter(name -> !has(name)).toList();
    if (!missing.isEmpty() && missing.size() < names.length) {
      fault(
          "parameters "
              + String.join(", ", names)
              + " go together: "
              + String.join(", ", missing)
              + " is missing");
    }
  }

  void fault(String fault) {
    faults.add(fault);
  }

  void endIfFaulty() throws PartnerException {
    if (!faults.isEmpty()) {
      throw new PartnerException(String.join("; ", faults));
    }
  }

  private PartnerParameter parameter(String name) {
    PartnerParameter parameter = known.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("no such parameter: " + name);
    }
    return parameter;
  }
}
