package org.wirecopy.delivery;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises each alarm once, until what it is about is over, in the log and wherever else is heard.
 */
public final class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  private final Set<Subject> raised = ConcurrentHashMap.newKeySet();
  private final List<Consumer<Alarm>> listeners;

  private record Subject(Alarm.Kind kind, String partner, @Nullable String uri) {}

  /**
   * @param listeners told of each alarm after the log, for example to count it; must not block
   */
  public Alarms(List<Consumer<Alarm>> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** Raises an alarm unless the same one stands. */
  void raise(Alarm alarm) {
    if (raised.add(new Subject(alarm.kind(), alarm.partner(), alarm.uri()))) {
      tell(alarm);
    }
  }

  /** Raises an alarm even if one of its kind stands, for it tells of something further. */
  void raiseAgain(Alarm alarm) {
    raised.add(new Subject(alarm.kind(), alarm.partner(), alarm.uri()));
    tell(alarm);
  }

  /** The partner answers again: what was wrong with it as a whole is over. */
  void partnerAnswers(String partner) {
    raised.removeIf(subject -> subject.uri() == null && subject.partner().equals(partner));
  }

  /** The partner has acknowledged the recall of a story. */
  void recallAcknowledged(String partner, String uri) {
    raised.removeIf(
        subject -> subject.partner().equals(partner) && Objects.equals(subject.uri(), uri));
  }

  private void tell(Alarm alarm) {
    LOG.atError()
        .addKeyValue("alarm", alarm.kind())
        .addKeyValue("partner", alarm.partner())
        .log(
            "Alarm: partner {}{}: {}",
            alarm.partner(),
            alarm.uri() == null ? "" : ", story " + alarm.uri(),
            alarm.reason());
    for (Consumer<Alarm> listener : listeners) {
      try {
        listener.accept(alarm);
      } catch (RuntimeException e) {
        LOG.warn("An alarm was not passed on", e);
      }
    }
  }
}
