package org.wirecopy.partners;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.partners.PartnerFile.PartnerFileException;
import org.wirecopy.partners.PartnerRoutes.StartFailedException;

/**
 * Keeps the running partners as the files of {@code routes/partners} say: each file is loaded,
 * replaced and removed on its own, while the others run on. A broken file leaves a partner as it
 * was, also over a restart. (Camel's own route reload drops routes made from templates.)
 */
public final class PartnerFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PartnerFiles.class);
  private static final long LOOK_MILLIS = 2_000;

  /** How long a file that is being written must stay as it is before it is read. */
  private static final long SETTLE_MILLIS = 100;

  /** Told of each partner; the delivery room keeps what it needs to know about them. */
  interface Listener {
    /**
     * A partner is about to run with these parameters, placeholders resolved.
     *
     * @return the values that the route template takes
     * @throws PartnerFileException if the parameters cannot be used
     */
    Map<String, Object> joins(String name, Map<String, String> parameters)
        throws PartnerFileException;

    /** A partner's file is gone. */
    void leaves(String name);
  }

  /** What the files look like now, by partner. */
  record Condition(boolean running, @Nullable String fault) {}

  private record Stamp(FileTime modified, long size) {}

  private final Path folder;
  private final MappingFiles mappings;
  private final LastGoodFiles lastGood;
  private final Placeholders placeholders;
  private final PartnerRoutes routes;
  private final Listener listener;
  private final Map<String, Stamp> seen = new HashMap<>();
  private final Map<String, Stamp> arriving = new HashMap<>();
  private final MissingFiles missing;
  private final Map<String, Condition> conditions = new TreeMap<>();
  private boolean begun;
  private boolean tidied;

  /** Why the folder could not be listed last; null if it could. */
  private @Nullable String unlisted;

  /** What befell the last look; null if nothing. Belongs to the thread that watches. */
  private @Nullable String unlooked;

  private volatile boolean watching;
  private @Nullable Thread thread;

  /**
   * @param folder the one with the partner files
   * @param mappings the formats beside them, looked at first
   * @param kept the folder where each is kept as it last could be used
   * @param clock the time, for files that are away for a moment
   */
  public PartnerFiles(
      CamelContext camel,
      Path folder,
      MappingFiles mappings,
      Path kept,
      Listener listener,
      InstantSource clock) {
    this.folder = folder;
    this.mappings = mappings;
    this.lastGood = new LastGoodFiles(kept);
    this.routes = new PartnerRoutes(camel);
    this.placeholders = new Placeholders(camel.getPropertiesComponent());
    this.listener = listener;
    this.missing = new MissingFiles(clock);
  }

  /** Loads what is there, then keeps watch. */
  public void start() {
    look();
    watching = true;
    thread = new Thread(this::watch, "partner-files");
    thread.setDaemon(true);
    thread.start();
  }

  /** Each partner file's condition, by partner. */
  synchronized Map<String, Condition> conditions() {
    return Map.copyOf(conditions);
  }

  /** Compares the folder with what runs, and mends the difference. */
  synchronized void look() {
    if (mappings.look()) {
      // A partner that was refused for want of its format is looked at again.
      conditions.forEach(
          (name, condition) -> {
            if (condition.fault() != null) {
              seen.remove(name);
            }
          });
    }
    try {
      follow(files());
      unlisted = null;
      begun = true;
    } catch (NoSuchFileException noFolder) {
      if (!conditions.isEmpty()) {
        tellUnlisted("there is no such folder");
      }
      begun = true;
    } catch (IOException | DirectoryIteratorException e) {
      tellUnlisted(e.toString());
      if (!begun) {
        lastGood.names().forEach(this::startWithoutFile);
      }
    }
  }

  private void follow(Map<String, Path> files) {
    Set<String> gone = missing.gone(conditions.keySet(), files.keySet());
    gone.forEach(this::remove);
    if (!tidied || !gone.isEmpty()) {
      Set<String> partners = new HashSet<>(conditions.keySet());
      partners.addAll(files.keySet());
      lastGood.retain(partners);
      tidied = true;
    }
    arriving.keySet().retainAll(files.keySet());
    files.forEach(this::loadIfChanged);
    mappings.dropUnused();
  }

  /** Who is a partner is known only from a whole list: without one all stay as they are. */
  private void tellUnlisted(String why) {
    if (!why.equals(unlisted)) {
      unlisted = why;
      LOG.error(
          "The partner files in {} cannot be listed: {}. The partners stay as they are, or as they"
              + " were before the start, until they can.",
          folder,
          why);
    }
  }

  /** Stories that come before the list can be had are this partner's, too. */
  private void startWithoutFile(String name) {
    try {
      if (!routes.run(name) && startsAsBefore(name)) {
        conditions.put(name, new Condition(true, "its file cannot be looked at"));
      }
    } catch (StartFailedException | RuntimeException e) {
      conditions.put(
          name, new Condition(false, "its route does not start: " + PartnerRoutes.reason(e)));
    }
  }

  /** True while a file was met that may still be written, or one is missed that may come back. */
  private synchronized boolean isUnsettled() {
    return !arriving.isEmpty() || missing.any();
  }

  private Map<String, Path> files() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path file : entries) {
        PartnerFile.nameOf(file).ifPresent(name -> files.put(name, file));
      }
    }
    return files;
  }

  private void loadIfChanged(String name, Path file) {
    try {
      Stamp stamp = new Stamp(Files.getLastModifiedTime(file), Files.size(file));
      if (stamp.equals(seen.get(name))) {
        return;
      }
      if (begun && !stamp.equals(arriving.put(name, stamp))) {
        return;
      }
      arriving.remove(name);
      seen.remove(name);
      follow(name, file);
      seen.put(name, stamp);
    } catch (NoSuchFileException goneAgain) {
      LOG.debug("Partner file {} went away while it was looked at", file);
    } catch (IOException e) {
      triedAgain(name, file, "it cannot be read: " + e);
    } catch (StartFailedException | RuntimeException e) {
      triedAgain(name, file, "its route does not start: " + PartnerRoutes.reason(e));
    }
  }

  private void follow(String name, Path file) throws IOException, StartFailedException {
    try {
      PartnerFile partner = PartnerFile.read(file);
      load(partner);
      lastGood.keep(partner);
      conditions.put(name, new Condition(true, null));
    } catch (PartnerFileException e) {
      boolean running = routes.run(name) || startsAsBefore(name);
      conditions.put(name, new Condition(running, e.getMessage()));
      LOG.error(
          "Partner file {} is refused: {}.{}",
          file,
          e.getMessage(),
          running
              ? " The partner keeps its old settings."
              : " It is sent nothing until the file is mended; the other partners run on.");
    } catch (IOException e) {
      if (!(e instanceof NoSuchFileException) && !routes.run(name)) {
        startsAsBefore(name);
      }
      throw e;
    }
  }

  /** The file is not at fault, so that the next look may find all well though it is as it was. */
  private void triedAgain(String name, Path file, String fault) {
    Condition now = new Condition(routes.run(name), fault);
    if (!now.equals(conditions.put(name, now))) {
      LOG.error(
          "Partner file {} cannot be followed now: {}. {} It is tried again every {} s.",
          file,
          fault,
          now.running() ? "The partner keeps its old settings." : "The partner is sent nothing.",
          TimeUnit.MILLISECONDS.toSeconds(LOOK_MILLIS));
    }
  }

  /** True if the partner runs with the settings of an earlier time. */
  private boolean startsAsBefore(String name) throws StartFailedException {
    try {
      Optional<PartnerFile> before = lastGood.of(name);
      if (before.isPresent()) {
        load(before.get());
      }
      return before.isPresent();
    } catch (PartnerFileException e) {
      LOG.error("The old settings of partner {} cannot be used either: {}", name, e.getMessage());
      return false;
    }
  }

  private void load(PartnerFile partner) throws PartnerFileException, StartFailedException {
    routes.start(
        partner.name(),
        listener.joins(partner.name(), placeholders.resolved(partner.parameters())));
  }

  private void remove(String name) {
    seen.remove(name);
    conditions.remove(name);
    routes.remove(name);
    listener.leaves(name);
  }

  private void watch() {
    try (FolderWatch changes = new FolderWatch(folder)) {
      while (watching) {
        long pause = lookQuietly(changes) && isUnsettled() ? SETTLE_MILLIS : LOOK_MILLIS;
        changes.await(pause);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever one look meets, there is a next one. */
  private boolean lookQuietly(FolderWatch changes) {
    try {
      changes.begin();
      look();
      unlooked = null;
      return true;
    } catch (RuntimeException | Error e) {
      String why = e.toString();
      if (!why.equals(unlooked)) {
        unlooked = why;
        LOG.error("The partner files could not be looked through; they are again soon", e);
      }
      return false;
    }
  }

  @Override
  public void close() {
    watching = false;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
