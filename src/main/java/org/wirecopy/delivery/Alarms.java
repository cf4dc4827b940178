package org.wirecopy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises each alarm once, and again now and then until what it is about is over, in the log and
 * wherever else is heard.
 */
public final class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  private final Map<Subject, Instant> raised = new ConcurrentHashMap<>();
  private final Duration repeat;
  private final List<Consumer<Alarm>> listeners;

  private record Subject(Alarm.Kind kind, String partner, @Nullable String uri) {}

  /**
   * @param repeat how long until an alarm that still stands is told again
   * @param listeners told of each alarm after the log, for example to count it; must not block
   */
  public Alarms(Duration repeat, List<Consumer<Alarm>> listeners) {
    this.repeat = repeat;
    this.listeners = List.copyOf(listeners);
  }

  /** Raises an alarm, unless the same one was told lately. */
  public void raise(Alarm alarm) {
    Subject subject = new Subject(alarm.kind(), alarm.partner(), alarm.uri());
    Instant before = raised.get(subject);
    boolean lately = before != null && before.plus(repeat).isAfter(alarm.at());
    // Of two threads that come at once, the one that enters it tells.
    boolean entered =
        before == null
            ? raised.putIfAbsent(subject, alarm.at()) == null
            : !lately && raised.replace(subject, before, alarm.at());
    if (entered) {
      tell(alarm);
    }
  }

  /** What the alarm was about is over. */
  public void over(Alarm.Kind kind, String partner) {
    raised.remove(new Subject(kind, partner, null));
  }

  /** Raises an alarm even if one of its kind stands, for it tells of something further. */
  void raiseAgain(Alarm alarm) {
    raised.put(new Subject(alarm.kind(), alarm.partner(), alarm.uri()), alarm.at());
    tell(alarm);
  }

  /** The partner answers again: what was wrong with it as a whole is over. */
  void partnerAnswers(String partner) {
    raised
        .keySet()
        .removeIf(
            subject ->
                subject.uri() == null
                    && subject.kind() != Alarm.Kind.BACKLOG
                    && subject.partner().equals(partner));
  }

  /** The partner has acknowledged the recall of a story. */
  void recallAcknowledged(String partner, String uri) {
    raised
        .keySet()
        .removeIf(
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
