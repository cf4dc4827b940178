package org.wirecopy.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.article.Attempt;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.Story;

/**
 * Tells in the terminal what became of each file, in a few readable lines. In a rush it counts
 * instead: a backlog of 100 000 files must not scroll past, nor be slowed by its own telling.
 */
public final class Newsroom {
  private static final Logger LOG = LoggerFactory.getLogger("wirecopy");
  private static final int LINES_A_SECOND = 12;
  private static final int LONGEST_HEADLINE = 60;

  private final InstantSource clock;
  private long second;
  private int lines;
  private int filesUntold;
  private int deliveriesUntold;

  /** Tells by the given clock. */
  public Newsroom(InstantSource clock) {
    this.clock = clock;
  }

  /** A file was read and committed, or refused. */
  public void accepted(String file, List<Receipt> receipts, List<String> warnings) {
    for (String warning : warnings) {
      tellAlways(() -> LOG.warn("{}: {}", clean(file), clean(warning)));
    }
    for (Receipt receipt : receipts) {
      if (receipt instanceof Receipt.Accepted accepted) {
        tell(true, () -> LOG.info("{}", acceptedLine(file, accepted)));
      } else if (receipt instanceof Receipt.Duplicate duplicate) {
        tell(
            true,
            () ->
                LOG.info(
                    "{} = version {} unchanged, nothing to send",
                    clean(file),
                    duplicate.version()));
      }
    }
  }

  /** A file was rejected. */
  public void rejected(String file, String problem) {
    tellAlways(() -> LOG.warn("{} rejected: {}", clean(file), clean(problem)));
  }

  /** An attempt was made. */
  public void attempted(Outcome.Report report) {
    Delivery delivery = report.delivery();
    Outcome outcome = report.outcome();
    if (outcome instanceof Outcome.Delivered) {
      tell(false, () -> LOG.info("{}", deliveredLine(delivery, report.attempt())));
    } else if (outcome instanceof Outcome.Retry retry) {
      tell(
          false,
          () ->
              LOG.warn(
                  "  -> {}  {} not delivered ({}), next try in {}",
                  delivery.partner(),
                  name(delivery.story()),
                  clean(retry.reason()),
                  inWords(Duration.between(clock.instant(), retry.due()))));
    } else if (outcome instanceof Outcome.Parked parked) {
      tellAlways(
          () ->
              LOG.warn(
                  "  -> {}  {} parked: {}",
                  delivery.partner(),
                  name(delivery.story()),
                  clean(parked.reason())));
    } else if (outcome instanceof Outcome.Disabled disabled) {
      tellAlways(
          () -> LOG.error("  -> {}  disabled: {}", delivery.partner(), clean(disabled.reason())));
    }
  }

  private static String acceptedLine(String file, Receipt.Accepted accepted) {
    Story story = accepted.story();
    long found = story.related().stream().filter(related -> related.uri() != null).count();
    String related =
        story.related().isEmpty()
            ? "no related stories"
            : found + " of " + story.related().size() + " related stories in the archive";
    if (story.action().recalls()) {
      return String.format(
          "%s  %s %s  %s",
          clean(file),
          story.action().wireName(),
          name(story),
          accepted.partners().isEmpty()
              ? "nobody was sent it, nothing to recall"
              : "recalled from everyone who was sent it  -> " + names(accepted.partners()));
    }
    return String.format(
        "%s  %s %s  %s  -> %s",
        clean(file), story.action().wireName(), name(story), related, names(accepted.partners()));
  }

  private String deliveredLine(Delivery delivery, @Nullable Attempt attempt) {
    long sinceDrop = Duration.between(delivery.acceptedAt(), clock.instant()).toMillis();
    String exchange =
        attempt == null
            ? ""
            : ", HTTP " + attempt.status() + " in " + attempt.took().toMillis() + " ms";
    return String.format(
        "  -> %s  %s delivered %d ms after it was accepted%s",
        delivery.partner(), name(delivery.story()), sinceDrop, exchange);
  }

  private static String names(List<String> partners) {
    if (partners.isEmpty()) {
      return "kept, no partner takes it";
    }
    return partners.size() <= 5
        ? String.join(", ", partners)
        : partners.stream().limit(4).collect(Collectors.joining(", "))
            + " and "
            + (partners.size() - 4)
            + " more";
  }

  private static String name(Story story) {
    String headline = clean(story.article().headline());
    if (headline.length() > LONGEST_HEADLINE) {
      headline = headline.substring(0, LONGEST_HEADLINE).stripTrailing() + "…";
    }
    return "\"" + headline + "\" v" + story.version();
  }

  private static String inWords(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds == 0
        ? "less than a second"
        : seconds < 120
            ? seconds + " s"
            : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }

  /** Names and texts come from outside: a control character must not forge a line. */
  public static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (type == Character.CONTROL
                  || type == Character.FORMAT
                  || type == Character.LINE_SEPARATOR
                  || type == Character.PARAGRAPH_SEPARATOR
                  || type == Character.SURROGATE) {
                out.append(String.format("\\u%04x", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private synchronized void tell(boolean file, Runnable line) {
    newSecond();
    if (lines < LINES_A_SECOND) {
      lines++;
      line.run();
    } else if (file) {
      filesUntold++;
    } else {
      deliveriesUntold++;
    }
  }

  private synchronized void tellAlways(Runnable line) {
    newSecond();
    lines++;
    line.run();
  }

  private String untold() {
    String files = filesUntold == 0 ? "" : counted(filesUntold, "more file");
    String attempts = deliveriesUntold == 0 ? "" : counted(deliveriesUntold, "more attempt");
    return files + (files.isEmpty() || attempts.isEmpty() ? "" : ", ") + attempts;
  }

  /** A number of things in words: 1 partner, 2 partners. */
  public static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** Called often by whatever happens next, and by a timer so that the last count is told too. */
  public synchronized void newSecond() {
    long now = clock.millis() / 1000;
    if (now == second) {
      return;
    }
    second = now;
    lines = 0;
    if (filesUntold > 0 || deliveriesUntold > 0) {
      LOG.info("… and {}", untold());
      filesUntold = 0;
      deliveriesUntold = 0;
    }
  }
}
