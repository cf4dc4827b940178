package org.wirecopy.desk.page;

import jakarta.servlet.MultipartConfigElement;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.wirecopy.desk.WebServer;
import org.wirecopy.desk.access.AuditLog;
import org.wirecopy.ledger.Ledger;

/** The desk's page as servlets beside the API: pages, assets and live events. */
public final class DeskPage implements AutoCloseable {
  private static final List<String> PAGES =
      List.of("", "/stories/*", "/partners/*", "/inbox/*", "/system");
  private static final int IN_MEMORY = 1 << 20;

  /** A multipart body may be this much larger than the file in it. */
  private static final long AROUND_A_FILE = 64 << 10;

  private final DeskServlet pages;
  private final PartnerSite site;
  private final Assets assets = new Assets();
  private final Live live = new Live();
  private final long largest;

  /**
   * Prepares the page.
   *
   * @param folder that uploads go to
   * @param data the folder whose disk is watched
   * @param audit what people ordered
   * @param zone the desk's time zone
   */
  public DeskPage(
      Ledger ledger,
      OtherRooms rooms,
      InboxFolder folder,
      Path data,
      AuditLog audit,
      ZoneId zone,
      InstantSource clock) {
    this.largest = folder.largest();
    Words words = new Words(zone, clock);
    Templates templates = new Templates(assets, zone);
    StoryView story = new StoryView(ledger, rooms, words);
    PartnersPage partners = new PartnersPage(ledger, rooms, words);
    PartnerOrders partnerOrders = new PartnerOrders(ledger, rooms, words);
    Said said = new Said();
    pages =
        new DeskServlet(
            templates,
            new DeskServlet.Pages(
                new StoriesPage(ledger, folder, words),
                story,
                new StoryOrders(ledger, rooms),
                partners,
                partnerOrders,
                new InboxPage(folder, ledger, rooms, words),
                folder,
                new SystemPage(ledger, rooms, folder, data, new LatestOrders(audit, words), words),
                said));
    site =
        new PartnerSite(
            templates,
            new PartnerSiteView(ledger, story, rooms, words),
            partners,
            partnerOrders,
            said);
    ledger.watch(live::changed);
  }

  /** Adds the page to the server. */
  public void serve(WebServer web) {
    MultipartConfigElement upload =
        new MultipartConfigElement("", largest, largest + AROUND_A_FILE, IN_MEMORY);
    PAGES.forEach(path -> web.serve(path, pages, upload));
    web.serve("/for/*", site);
    web.serve("/assets/*", assets);
    web.serve("/events", live);
  }

  @Override
  public void close() {
    live.close();
  }
}
