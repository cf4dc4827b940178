package org.wirecopy;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.api.ApiFaults;
import org.wirecopy.api.AuditApi;
import org.wirecopy.api.Health;
import org.wirecopy.api.InboxApi;
import org.wirecopy.api.OperationsFiles;
import org.wirecopy.api.PartnersApi;
import org.wirecopy.api.RelatedApi;
import org.wirecopy.api.StoriesApi;
import org.wirecopy.archive.Archivist;
import org.wirecopy.delivery.AlarmWebhook;
import org.wirecopy.delivery.Alarms;
import org.wirecopy.delivery.Partner;
import org.wirecopy.delivery.Partners;
import org.wirecopy.delivery.Planner;
import org.wirecopy.delivery.Push;
import org.wirecopy.delivery.Rotations;
import org.wirecopy.delivery.Rules;
import org.wirecopy.delivery.Signer;
import org.wirecopy.delivery.TargetCheck;
import org.wirecopy.desk.ExamplePartner;
import org.wirecopy.desk.WebServer;
import org.wirecopy.desk.access.Access;
import org.wirecopy.desk.access.AccessException;
import org.wirecopy.desk.access.AuditLog;
import org.wirecopy.desk.page.DeskPage;
import org.wirecopy.desk.page.InboxFolder;
import org.wirecopy.intake.inbox.InboxComponent;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.LedgerException;
import org.wirecopy.ledger.LedgerSettings;
import org.wirecopy.media.MediaException;
import org.wirecopy.media.MediaKey;
import org.wirecopy.media.MediaStore;
import org.wirecopy.media.PictureServlet;
import org.wirecopy.media.PictureSweep;
import org.wirecopy.ninjs.Formats;
import org.wirecopy.partners.MappingFiles;
import org.wirecopy.partners.PartnerDirectory;
import org.wirecopy.partners.PartnerFiles;
import org.wirecopy.parts.HouseParts;
import org.wirecopy.parts.HousePictures;
import org.wirecopy.related.Archive;
import org.wirecopy.related.RelatedJson;
import org.wirecopy.settings.HouseException;
import org.wirecopy.settings.Settings;
import org.wirecopy.settings.Settings.SettingException;
import org.wirecopy.steps.DeliverySteps;
import org.wirecopy.steps.IntakeSteps;
import org.wirecopy.steps.RelatedLookup;
import org.wirecopy.watch.AlarmWatch;
import org.wirecopy.watch.Meters;
import org.wirecopy.watch.Newsroom;
import picocli.CommandLine;

/** The running house: every room, joined by the routes. */
final class House implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("wirecopy");
  private static final long UPLOAD_FRAME_BYTES = 1 << 20;

  /** The routes that take stories in; they start last. */
  private static final String INTAKE = "intake";

  private final Settings settings;
  private final InstantSource clock = InstantSource.system();
  private final Newsroom newsroom = new Newsroom(clock);
  private final Partners partners = new Partners();
  private final Rotations rotations;
  private final Formats formats;
  private final MediaKey mediaKey;
  private final MediaStore media;
  private final @Nullable PictureSweep pictureSweep;
  private final Health health = new Health();
  private final Meters meters;
  private final Main camel = new Main();
  private final Ledger ledger;
  private final Archive archive;
  private final Archivist archivist;
  private final Push push;
  private final AuditLog audit;
  private final @Nullable AlarmWebhook webhook;
  private final Alarms alarms;
  private final AlarmWatch alarmWatch;
  private final WebServer web;
  private final Planner planner;
  private final DeskRooms rooms;
  private final InboxFolder uploads;
  private final DeskPage page;
  private final ExecutorService filing =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "filing"));
  private final Thread hook = new Thread(this::endProcess, "end");
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean putAway;

  private House(Settings settings) {
    this.settings = settings;
    Path data = settings.path("wirecopy.data");
    // Before anything is opened: who may come in must be settled.
    this.rotations = new Rotations(data.resolve("secrets"), partners, clock, new SecureRandom());
    this.audit = new AuditLog(data.resolve("audit.log"));
    Access access =
        new Access(HouseParts.access(settings), audit, this::opens, clock, new SecureRandom());
    // Each of these loads much and waits for nothing else: together they cost what the slowest
    // costs.
    CompletableFuture<Archive> opening =
        CompletableFuture.supplyAsync(() -> HouseParts.archive(settings));
    CompletableFuture<Push> pushing =
        CompletableFuture.supplyAsync(() -> new Push(new TargetCheck(), clock));
    CompletableFuture<Meters> counting = CompletableFuture.supplyAsync(() -> new Meters(clock));
    this.ledger = Ledger.open(LedgerSettings.in(data), clock);
    this.archive = opening.join();
    this.push = pushing.join();
    this.meters = counting.join();
    meters.watch(ledger, archive, data);
    this.webhook = HouseParts.alarmWebhook(settings, push, clock);
    this.alarms =
        new Alarms(
            settings.duration("wirecopy.alarms.repeat"),
            webhook == null ? List.of(meters::alarm) : List.of(meters::alarm, webhook));
    this.alarmWatch =
        new AlarmWatch(
            ledger,
            alarms,
            clock,
            settings.duration("wirecopy.alarms.backlog"),
            settings.duration("wirecopy.alarms.recall"));
    this.archivist =
        new Archivist(ledger, archive, clock, settings.duration("wirecopy.related.refresh"));
    this.mediaKey = MediaKey.in(data.resolve("secrets"), new SecureRandom());
    this.media = new MediaStore(data.resolve("media"), clock);
    this.pictureSweep = HousePictures.sweep(settings, media);
    this.formats = new Formats(HousePictures.links(settings, media, mediaKey, this::port, clock));
    this.web =
        new WebServer(
            settings.text("wirecopy.host"),
            settings.port(),
            access,
            settings.bytes("wirecopy.inbox.largest") + UPLOAD_FRAME_BYTES);
    this.planner = new Planner(partners, clock);
    this.rooms = new DeskRooms(settings, planner, partners, formats, camel::getCamelContext);
    this.uploads =
        new InboxFolder(settings.path("wirecopy.inbox"), settings.bytes("wirecopy.inbox.largest"));
    this.page = new DeskPage(ledger, rooms, uploads, data, audit, settings.zone(), clock);
  }

  /**
   * Opens what the house keeps.
   *
   * @throws HouseException if another process uses the folder, or it cannot be written
   */
  static House open(Settings settings) {
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

    archivist.start();
    startRoutes();
    openPort();
    Path folder = settings.path("wirecopy.routes").resolve("partners");
    try (PartnerFiles files =
        new PartnerFiles(
            camel.getCamelContext(),
            folder,
            new MappingFiles(folder, formats),
            settings.path("wirecopy.data").resolve("partners"),
            new PartnerDirectory(partners, rotations, formats, camel.getCamelContext()))) {
      files.start();
      camel.getCamelContext().getRouteController().startRouteGroup(INTAKE);
      alarmWatch.start();
      if (pictureSweep != null) {
        pictureSweep.start();
      }
      health.ready(true);
      LOG.info(
          "Ready. Drop articles into {} ({}, page and API on http://{}:{})",
          inbox,
          Newsroom.counted(partners.all().size(), "partner"),
          settings.text("wirecopy.host"),
          web.address().getPort());
      if (samples) {
        Samples.dropRest(inbox, () -> archive.size() > 0);
      }
      ended.await();
      health.ready(false);
    }
  }

  private void startRoutes() {
    Properties values = new Properties();
    settings.all().forEach(values::setProperty);
    values.setProperty("wirecopy.inbox", settings.path("wirecopy.inbox").toString());
    values.setProperty("wirecopy.related.service", settings.relatedService());
    values.setProperty(
        "camel.component.http.responseTimeout",
        Long.toString(settings.duration("wirecopy.related.timeout").toMillis()));
    camel.setOverrideProperties(values);
    camel
        .configure()
        .withRoutesIncludePattern(StandardRoutes.includePattern(settings.path("wirecopy.routes")));
    bindBeans();
    // The house has a hook of its own, which puts everything away in order.
    camel.setShutdownStrategy(new SimpleMainShutdownStrategy());
    camel.start();
  }

  private void bindBeans() {
    RelatedJson json = new RelatedJson(settings.text("wirecopy.uri-prefix"), settings.zone());
    camel.bind("inbox", new InboxComponent(HouseParts.inbox(settings), clock));
    camel.bind("ledger", ledger);
    camel.bind("reader", HouseParts.reader(settings, clock));
    camel.bind("submissions", new GroupedBodyAggregationStrategy());
    camel.bind(
        "intake",
        new IntakeSteps(
            ledger,
            planner,
            newsroom,
            archivist,
            meters,
            settings.text("wirecopy.uri-prefix"),
            filing));
    camel.bind("pictures", HousePictures.steps(settings, media));
    camel.bind(
        "lookup",
        new RelatedLookup(archive, json, settings.number("wirecopy.related.limit", 100), meters));
    camel.bind(
        "delivery",
        new DeliverySteps(
            partners,
            formats,
            new Signer(),
            push,
            new Rules(clock, new SplittableRandom(), alarms, ledger.standings()),
            ledger,
            newsroom,
            meters,
            clock));
    camel.bind("health", health);
    camel.bind("meters", meters);
    camel.bind("operations", new OperationsFiles());
    camel.bind("stories", new StoriesApi(ledger, planner));
    camel.bind("inboxApi", new InboxApi(uploads, ledger, rooms));
    camel.bind("faults", new ApiFaults());
    camel.bind("audit", new AuditApi(audit));
    camel.bind("partners", new PartnersApi(ledger, rotations, rooms, clock, settings.zone()));
    camel.bind("relatedApi", new RelatedApi(archive, json, ledger, archivist));
    camel.bind(
        "examplePartner",
        new ExamplePartner(
            settings.path("wirecopy.data").resolve("example-partner"),
            settings.text("wirecopy.example.secret"),
            clock));
  }

  private boolean opens(String name, String token) {
    Partner partner = partners.named(name);
    return partner != null && partner.pageToken() != null && partner.pageToken().is(token);
  }

  private void openPort() throws Exception {
    page.serve(web);
    web.serve("/pictures/*", new PictureServlet(media, mediaKey, ledger.views()::status, clock));
    try {
      web.start();
    } catch (BindException taken) {
      throw new HouseException(
          "Port "
              + settings.port()
              + " is taken. End the program that uses it, or set WIRECOPY_PORT to another one.");
    }
  }

  /** Where the page and the API listen, once {@link #run} is ready. */
  int port() {
    return web.address().getPort();
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
      page.close();
      web.close();
      camel.stop();
      filing.shutdown();
      meters.close();
      alarmWatch.close();
      if (pictureSweep != null) {
        pictureSweep.close();
      }
      if (webhook != null) {
        webhook.close();
      }
      push.close();
      archivist.close();
      archive.close();
      ledger.close();
      putAway = true;
    } finally {
      closed.countDown();
      forgetHook();
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
