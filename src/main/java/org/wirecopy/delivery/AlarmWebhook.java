package org.wirecopy.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts alarms as JSON to an address of the newsroom's own, signed as pushes to partners are
 * (Standard Webhooks 1.0.0). The field {@code text} says it in one sentence, which is what chat
 * services show. Tried a few times within half an hour; the log has every alarm anyway.
 */
public final class AlarmWebhook implements Consumer<Alarm>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmWebhook.class);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(25));
  private static final int MOST_WAITING = 1_000;

  private final Partner receiver;
  private final Push push;
  private final InstantSource clock;
  private final ObjectMapper json = new ObjectMapper();
  private final ScheduledThreadPoolExecutor later;

  /**
   * @param receiver where alarms go, with the secret that signs them
   * @param push sends them
   * @param clock the time
   */
  public AlarmWebhook(Partner receiver, Push push, InstantSource clock) {
    this.receiver = receiver;
    this.push = push;
    this.clock = clock;
    this.later = new ScheduledThreadPoolExecutor(1, AlarmWebhook::thread);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "alarms");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void accept(Alarm alarm) {
    if (later.getQueue().size() >= MOST_WAITING) {
      LOG.warn("Too many alarms wait for {}; this one is in the log only", receiver);
      return;
    }
    String id = "alarm_" + UUID.randomUUID();
    byte[] body = body(alarm);
    later.execute(() -> send(id, body, 0));
  }

  private void send(String id, byte[] body, int attempt) {
    push.post(receiver, headers(id, body, clock.instant()), body)
        .thenAccept(answer -> ended(id, body, attempt, answer));
  }

  private void ended(String id, byte[] body, int attempt, Answer answer) {
    if (answer.succeeded()) {
      return;
    }
    String why = answer.status() == 0 ? answer.failure() : "HTTP " + answer.status();
    if (attempt == PAUSES.size()) {
      LOG.warn("An alarm could not be posted to {}, given up: {}", receiver, why);
    } else if (!later.isShutdown()) {
      Duration pause = PAUSES.get(attempt);
      LOG.warn(
          "An alarm could not be posted to {}, next try in {} s: {}",
          receiver,
          pause.toSeconds(),
          why);
      later.schedule(() -> send(id, body, attempt + 1), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private Map<String, String> headers(String id, byte[] body, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    long seconds = now.getEpochSecond();
    headers.put("content-type", "application/json");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put("webhook-signature", Signer.signatures(receiver.keys(), id, now, body));
    return headers;
  }

  private byte[] body(Alarm alarm) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "wirecopy.alarm");
    fields.put("kind", alarm.kind().name().toLowerCase(Locale.ROOT));
    fields.put("partner", alarm.partner());
    if (alarm.uri() != null) {
      fields.put("uri", alarm.uri());
    }
    fields.put("at", alarm.at().toString());
    fields.put("reason", alarm.reason());
    String story = alarm.uri() == null ? "" : ", story " + alarm.uri();
    fields.put("text", "Wirecopy: partner " + alarm.partner() + story + ": " + alarm.reason());
    try {
      return json.writeValueAsBytes(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain text is always JSON", e);
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
