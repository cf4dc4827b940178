package org.wirecopy;

import java.net.SocketException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.jspecify.annotations.Nullable;
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
import org.wirecopy.desk.access.AuditLog;
import org.wirecopy.desk.page.DeskPage;
import org.wirecopy.desk.page.InboxFolder;
import org.wirecopy.desk.page.Standstill;
import org.wirecopy.intake.inbox.InboxComponent;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.LedgerSettings;
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
import org.wirecopy.steps.DeliverySteps;
import org.wirecopy.steps.IntakeSteps;
import org.wirecopy.steps.LookupDeadline;
import org.wirecopy.steps.RelatedLookup;
import org.wirecopy.watch.AlarmWatch;
import org.wirecopy.watch.Meters;
import org.wirecopy.watch.Newsroom;
import org.wirecopy.watch.Storage;

/**
 * The rooms of the house with all that they share, opened in the order in which they need one
 * another and put away in reverse; the routes know them by the names of their beans.
 */
final class Rooms implements AutoCloseable {
  private static final long UPLOAD_FRAME_BYTES = 1 << 20;

  private final Settings settings;
  private final InstantSource clock = InstantSource.system();
  private final Newsroom newsroom = new Newsroom(clock);
  private final Partners partners = new Partners();
  private final Rotations rotations;
  private final Formats formats;
  private final MediaKey mediaKey;
  private final MediaStore media;
  private final @Nullable PictureSweep pictureSweep;
  private final Meters meters;
  private final Ledger ledger;
  private final Storage storage;
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

  /**
   * Opens what the house keeps.
   *
   * @param camel what runs the routes; asked only once it runs
   */
  Rooms(Settings settings, Supplier<CamelContext> camel) {
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
    this.storage = new Storage(data, settings.bytes("wirecopy.data.least-free"), ledger::fault);
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
        new Archivist(ledger, archive, clock, settings.span("wirecopy.related.refresh"));
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
    this.rooms = new DeskRooms(settings, planner, partners, formats, camel);
    this.uploads =
        new InboxFolder(
            settings.path("wirecopy.inbox"), settings.bytes("wirecopy.inbox.largest"), clock);
    this.page = new DeskPage(ledger, rooms, uploads, data, audit, settings.zone(), clock);
  }

  /** Makes the rooms known to the routes. */
  void bind(BeanNames beans, Health health) {
    RelatedJson json = new RelatedJson(settings.text("wirecopy.uri-prefix"), settings.zone());
    beans.bind("inbox", new InboxComponent(HouseParts.inbox(settings), clock));
    beans.bind("ledger", ledger);
    beans.bind("reader", HouseParts.reader(settings, clock));
    beans.bind("submissions", new GroupedBodyAggregationStrategy());
    beans.bind(
        "intake",
        new IntakeSteps(
            ledger,
            planner,
            newsroom,
            archivist,
            meters,
            settings.text("wirecopy.uri-prefix"),
            filing));
    beans.bind("pictures", HousePictures.steps(settings, media));
    beans.bind(
        "lookup",
        new RelatedLookup(
            archive,
            json,
            settings.number("wirecopy.related.limit", 100),
            meters,
            clock,
            settings.zone()));
    beans.bind("lookupDeadline", new LookupDeadline(settings.span("wirecopy.related.timeout")));
    Rules rules = new Rules(clock, new SplittableRandom(), alarms, ledger.standings());
    ledger.orders().watchResumed(rules::resumed);
    beans.bind(
        "delivery",
        new DeliverySteps(
            partners, formats, new Signer(), push, rules, ledger, newsroom, meters, clock));
    beans.bind("health", health);
    beans.bind("meters", meters);
    beans.bind("operations", new OperationsFiles());
    beans.bind("stories", new StoriesApi(ledger, planner, new Standstill(ledger, rooms)));
    beans.bind("inboxApi", new InboxApi(uploads, ledger, rooms));
    beans.bind("faults", new ApiFaults());
    beans.bind("audit", new AuditApi(audit));
    beans.bind("partners", new PartnersApi(ledger, rotations, rooms, clock, settings.zone()));
    beans.bind("relatedApi", new RelatedApi(archive, json, ledger, archivist));
    beans.bind(
        "examplePartner",
        new ExamplePartner(
            settings.path("wirecopy.data").resolve("example-partner"),
            settings.text("wirecopy.example.secret"),
            clock));
  }

  /** What the routes call their beans by. */
  interface BeanNames {
    void bind(String name, Object bean);
  }

  private boolean opens(String name, String token) {
    Partner partner = partners.named(name);
    return partner != null && partner.pageToken() != null && partner.pageToken().is(token);
  }

  /** Serves the page, the pictures and the API; takes orders while the house is ready. */
  void openDoors(Health health) throws Exception {
    web.takeOrdersWhile(health::isReady);
    page.serve(web);
    web.serve("/pictures/*", new PictureServlet(media, mediaKey, ledger.views()::status, clock));
    try {
      web.start();
    } catch (SocketException e) {
      String reason = String.valueOf(e.getMessage());
      throw new HouseException(
          reason.contains("in use")
              ? "Port "
                  + settings.port()
                  + " is taken. End the program that uses it, or set WIRECOPY_PORT to another one."
              : "Wirecopy cannot listen on port "
                  + settings.port()
                  + " of "
                  + settings.text("wirecopy.host")
                  + " ("
                  + reason
                  + "). Set WIRECOPY_HOST to an address of this machine, and WIRECOPY_PORT to a port that"
                  + " it may use.");
    }
  }

  /** Lets nobody in any more. */
  void closeDoors() throws Exception {
    page.close();
    web.close();
  }

  /** The partner files, which join and leave as {@code camel} runs. */
  PartnerFiles partnerFiles(CamelContext camel) {
    Path folder = settings.path("wirecopy.routes").resolve("partners");
    return new PartnerFiles(
        camel,
        folder,
        new MappingFiles(folder, formats, partners::haveFormat),
        settings.path("wirecopy.data").resolve("partners"),
        new PartnerDirectory(partners, rotations, formats, camel),
        clock);
  }

  /** Keeps the archive in step from now on. */
  void startArchivist() {
    archivist.start();
  }

  /** Looks after alarms and old pictures from now on. */
  void startWatches() {
    alarmWatch.start();
    if (pictureSweep != null) {
      pictureSweep.start();
    }
  }

  /** Why stories cannot be kept at the moment, or null if they can. */
  @Nullable String storageFault() {
    return storage.fault();
  }

  /** Where the page and the API listen, once the doors are open. */
  int port() {
    return web.address().getPort();
  }

  /** How many partners there are now. */
  int partners() {
    return partners.all().size();
  }

  /** How many stories can be found as related. */
  int archived() {
    return archive.size();
  }

  /**
   * Puts everything away, from the last resource to the first, each whatever befell the others; the
   * routes have ended.
   */
  @Override
  public void close() throws Exception {
    try (ledger;
        archive;
        archivist;
        push;
        webhook;
        pictureSweep;
        alarmWatch;
        meters) {
      filing.shutdown();
    }
  }
}
