package org.wirecopy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.api.Health;
import org.wirecopy.desk.access.AccessException;
import org.wirecopy.ledger.LedgerException;
import org.wirecopy.media.MediaException;
import org.wirecopy.partners.PartnerFiles;
import org.wirecopy.settings.HouseException;
import org.wirecopy.settings.Settings;
import org.wirecopy.settings.Settings.SettingException;
import org.wirecopy.watch.Newsroom;
import picocli.CommandLine;

/** The running house: every room, joined by the routes. */
final class House implements AutoCloseable {
  private static final int MOST_INTAKE_THREADS = 256;
  private static final Logger LOG = LoggerFactory.getLogger("wirecopy");

  /** The routes that take stories in; they start last. */
  private static final String INTAKE = "intake";

  private final Settings settings;
  private final Main camel = new Main();
  private final Health health;
  private final Rooms rooms;
  private final Thread hook = new Thread(this::endProcess, "end");
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean putAway;

  private House(Settings settings) {
    this.settings = settings;
    this.rooms = new Rooms(settings, camel::getCamelContext);
    this.health = new Health(rooms::storageFault);
  }

  /**
   * Opens what the house keeps.
   *
   * @throws HouseException if another process uses the folder, or it cannot be written, or it lies
   *     in the inbox
   */
  static House open(Settings settings) {
    standsApart(settings.path("wirecopy.inbox"), settings);
    try {
      return new House(settings);
    } catch (LedgerException | AccessException | MediaException e) {
      throw new HouseException(String.valueOf(e.getMessage()));
    } catch (CompletionException e) {
      if (e.getCause() instanceof SettingException wrong) {
        throw wrong;
      }
      throw e;
    }
  }

  /** Runs until the process is told to end, or {@link #end} is called. */
  void run(boolean samples) throws Exception {
    Path inbox = settings.path("wirecopy.inbox");
    try {
      Files.createDirectories(inbox);
      if (samples) {
        Samples.dropFirst(inbox);
      }
    } catch (IOException e) {
      String why =
          e instanceof FileAlreadyExistsException
              ? "it is a file, but must be a folder"
              : String.valueOf(e.getMessage());
      throw new HouseException("The inbox " + inbox + " cannot be used: " + why);
    }
    Runtime.getRuntime().addShutdownHook(hook);

    rooms.startArchivist();
    startRoutes();
    rooms.openDoors(health);
    try (PartnerFiles files = rooms.partnerFiles(camel.getCamelContext())) {
      files.start();
      camel.getCamelContext().getRouteController().startRouteGroup(INTAKE);
      rooms.startWatches();
      health.ready(true);
      LOG.info(
          "Ready. Drop articles into {} ({}, page and API on http://{}:{})",
          inbox,
          Newsroom.counted(rooms.partners(), "partner"),
          settings.host(),
          rooms.port());
      if (samples) {
        Samples.dropRest(inbox, () -> rooms.archived() > 0);
      }
      ended.await();
      health.ready(false);
    }
  }

  /** What the house keeps for itself must never be read as articles. */
  private static void standsApart(Path inbox, Settings settings) {
    for (String folder : List.of("wirecopy.data", "wirecopy.routes")) {
      if (settings.path(folder).startsWith(inbox)) {
        throw new HouseException(
            "The inbox "
                + inbox
                + " holds the folder of "
                + folder
                + ", and all that is in an inbox is sent. Set WIRECOPY_INBOX to a folder of its own.");
      }
    }
  }

  private void startRoutes() {
    Properties values = new Properties();
    settings.all().forEach(values::setProperty);
    values.setProperty("wirecopy.inbox", settings.path("wirecopy.inbox").toString());
    values.setProperty("wirecopy.related.service", settings.relatedService());
    values.setProperty(
        "wirecopy.intake.threads",
        Integer.toString(settings.count("wirecopy.intake.threads", MOST_INTAKE_THREADS)));
    values.setProperty(
        "camel.component.http.responseTimeout",
        Long.toString(settings.span("wirecopy.related.timeout").toMillis()));
    camel.setOverrideProperties(values);
    camel
        .configure()
        .withRoutesIncludePattern(StandardRoutes.includePattern(settings.path("wirecopy.routes")));
    rooms.bind(camel::bind, health);
    // The house has a hook of its own, which puts everything away in order.
    camel.setShutdownStrategy(new SimpleMainShutdownStrategy());
    camel.start();
  }

  /** Where the page and the API listen, once {@link #run} is ready. */
  int port() {
    return rooms.port();
  }

  /** Whether files are taken and partners served. */
  boolean isReady() {
    return health.isReady();
  }

  /** Tells {@link #run} to end, and waits until everything is put away. */
  void end() {
    ended.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Being told to end is no failure: without this supervisors would be told 143. */
  private void endProcess() {
    end();
    if (putAway) {
      Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
    }
  }

  @Override
  public void close() throws Exception {
    try {
      putAway();
      putAway = true;
    } finally {
      closed.countDown();
      forgetHook();
    }
  }

  /** Doors, routes, rooms: from the last resource to the first, each whatever befell the others. */
  private void putAway() throws Exception {
    try (rooms;
        AutoCloseable routes = camel::stop;
        AutoCloseable doors = rooms::closeDoors) {
      LOG.debug("Ending");
    }
  }

  /** A house that was closed must not be held until the process ends. */
  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The process is ending; it is this hook that closes the house.
    }
  }
}
