package org.wirecopy.intake.inbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a file around its exchange: taken only if it still is as it was met, filed once
 * its stories are committed or it cannot be sent, and left where it is, to be tried again, if
 * anything else failed.
 */
public final class InboxFiling implements GenericFileProcessStrategy<File> {
  /** Exchange property: the reason in plain words, if the file is to be rejected. */
  public static final String REASON = "wirecopyRejectionReason";

  /** Exchange property: the {@link PictureFile}s that leave the inbox with the file. */
  static final String PICTURES = "wirecopyPictureFiles";

  private static final Logger LOG = LoggerFactory.getLogger(InboxFiling.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Path inbox;
  private final FilingCabinet cabinet;
  private final InstantSource clock;
  private final Map<Path, Pause> pauses = new ConcurrentHashMap<>();
  private final WaitingArticles waiting;

  private record Pause(Instant until, Duration length) {}

  InboxFiling(Path inbox, InboxSettings settings, InstantSource clock) {
    this.inbox = inbox;
    this.cabinet = new FilingCabinet(inbox, settings.zone(), clock);
    this.clock = clock;
    this.waiting = new WaitingArticles(settings, clock);
  }

  InstantSource clock() {
    return clock;
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint)
      throws IOException {
    Files.createDirectories(inbox);
  }

  @Override
  public boolean begin(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> generic) {
    InboxFile file = (InboxFile) generic;
    Pause pause = pauses.get(file.path());
    if (pause != null && clock.instant().isBefore(pause.until())) {
      return false;
    }
    BasicFileAttributes now = FilingCabinet.attributes(file.path());
    if (now == null || !file.unchanged(now)) {
      return false;
    }
    boolean waited = waiting.hasWaited(file.path());
    exchange
        .getIn()
        .setBody(
            new Dropped(
                file.path(), file.name(), now.size(), now.lastModifiedTime().toInstant(), waited));
    return true;
  }

  /** The articles that wait for their pictures. */
  WaitingArticles waiting() {
    return waiting;
  }

  @Override
  public void abort(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file) {}

  @Override
  public void commit(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> generic)
      throws IOException {
    InboxFile file = (InboxFile) generic;
    pauses.remove(file.path());
    waiting.remove(file.path());
    BasicFileAttributes now = FilingCabinet.attributes(file.path());
    if (now == null) {
      LOG.warn("Gone before it was filed: {}", file.name());
      return;
    }
    String reason = exchange.getProperty(REASON, String.class);
    Path folder = PageFolder.of(file.path());
    if (!file.unchanged(now)
        || !(reason == null ? cabinet.fileAway(file) : cabinet.reject(file, reason))) {
      LOG.info("Changed while it was read, is read again: {}", file.name());
      return;
    }
    if (folder != null) {
      move(folder, reason != null);
    }
    // The article first: a picture that a crash leaves behind does no harm, the other way about
    // the article would be read again and go out without it.
    if (exchange.getProperty(PICTURES) instanceof List<?> pictures) {
      for (Object picture : pictures) {
        follow((PictureFile) picture, reason != null);
      }
    }
  }

  private void follow(PictureFile picture, boolean rejected) {
    if (!picture.unchanged()) {
      return;
    }
    if (picture.refusal() == null) {
      move(picture.path(), rejected);
      return;
    }
    try {
      cabinet.reject(picture.path(), picture.refusal());
    } catch (IOException e) {
      stays(picture.path(), e);
    }
  }

  /** What belongs to an article goes where it went, and has no reason of its own. */
  private void move(Path belonging, boolean rejected) {
    try {
      if (rejected) {
        cabinet.setAside(belonging);
      } else {
        cabinet.fileAway(belonging);
      }
    } catch (IOException e) {
      stays(belonging, e);
    }
  }

  private void stays(Path belonging, IOException why) {
    LOG.warn(
        "Its story is done, but it stays in the inbox: {} ({})",
        InboxPaths.relative(inbox, belonging),
        why.toString());
  }

  @Override
  public void rollback(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> generic) {
    InboxFile file = (InboxFile) generic;
    Throwable cause = exchange.getException();
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof AwaitedPictures awaited) {
      waiting.add(file.path(), awaited.files());
      return;
    }
    Pause next =
        pauses.compute(
            file.path(),
            (path, last) -> {
              Duration length = last == null ? FIRST_PAUSE : last.length().multipliedBy(2);
              length = length.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length;
              return new Pause(clock.instant().plus(length), length);
            });
    LOG.warn(
        "Not done yet, stays in the inbox and is tried again in {} s: {} ({})",
        next.length().toSeconds(),
        file.name(),
        cause == null || cause.getMessage() == null ? cause : cause.getMessage());
  }
}
