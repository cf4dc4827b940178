package org.wirecopy.desk.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Story;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.StoryHistory;
import org.wirecopy.ledger.WarnedView;

/** What waits, what was rejected and why, and what an upload would become. */
final class InboxPage {
  private static final int MOST_WARNED = 20;
  private static final int LONGEST_MENDED = 50_000;

  /** A file that waits. */
  record Waiting(String name, String size, String time) {}

  /** A rejected file. */
  record Rejected(
      String name, String time, String reason, List<FaultLines.Line> around, String mend) {}

  /**
   * What stands in the form for a pasted text: a rejected file that is being mended, what was
   * pasted and looked at, or nothing.
   */
  record Paste(String name, String desk, String text) {}

  /** The page. */
  record Model(
      List<Waiting> waiting,
      List<Rejected> rejected,
      List<Warned> warned,
      List<String> desks,
      String largest,
      Paste paste,
      String said) {}

  /** An accepted file that was read with warnings. */
  record Warned(String link, String headline, String file, String time, List<String> warnings) {}

  /** A story as it would be sent, what it would become, and for whom it is. */
  record Seen(
      String uri,
      String headline,
      String byline,
      String bodyHtml,
      int related,
      String becomes,
      List<StoriesPage.Chip> partners) {}

  /**
   * An uploaded file before it is sent.
   *
   * @param paste what was pasted, to be changed; without text where a file was given
   */
  record Upload(
      String id,
      String name,
      String desk,
      String format,
      List<Seen> stories,
      List<String> warnings,
      OtherRooms.@Nullable Fault fault,
      Paste paste) {}

  private final InboxFolder inbox;
  private final Ledger ledger;
  private final OtherRooms rooms;
  private final Words words;

  InboxPage(InboxFolder inbox, Ledger ledger, OtherRooms rooms, Words words) {
    this.inbox = inbox;
    this.ledger = ledger;
    this.rooms = rooms;
    this.words = words;
  }

  /**
   * The page.
   *
   * @param mend name of a rejected file whose text is to be mended; empty for none
   */
  Model model(String said, String mend) throws IOException {
    List<Rejected> rejected = new ArrayList<>();
    Paste paste = new Paste("", "", "");
    for (InboxFolder.Rejected each : inbox.rejected()) {
      String text = text(each);
      if (each.name().equals(mend)) {
        paste = paste(each.path(), text);
      }
      rejected.add(
          new Rejected(
              each.name(),
              words.time(each.modified()),
              each.reason().strip(),
              FaultLines.around(each),
              text.isEmpty() ? "" : "/inbox?mend=" + StoriesPage.encoded(each.name())));
    }
    return new Model(
        inbox.waiting().stream()
            .map(w -> new Waiting(w.name(), Words.size(w.bytes()), words.time(w.modified())))
            .toList(),
        rejected,
        ledger.views().warned(MOST_WARNED).stream().map(this::warned).toList(),
        desks(paste.desk()),
        Words.size(inbox.largest()),
        paste,
        said);
  }

  /** The file's text where a person can mend it by hand, else empty. */
  private static String text(InboxFolder.Rejected rejected) throws IOException {
    byte[] bytes = InboxFolder.beginning(rejected.file(), LONGEST_MENDED + 1);
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return bytes.length > LONGEST_MENDED || text.indexOf('\0') >= 0 ? "" : text;
    } catch (CharacterCodingException otherCharset) {
      return "";
    }
  }

  private static Paste paste(String path, String text) {
    int cut = path.lastIndexOf('/');
    return new Paste(path.substring(cut + 1), cut < 0 ? "" : path.substring(0, cut), text);
  }

  /** The desks, with the folder of a file that is mended, however deep it lies. */
  private List<String> desks(String mended) throws IOException {
    List<String> desks = inbox.desks();
    return mended.isEmpty() || desks.contains(mended)
        ? desks
        : Stream.concat(Stream.of(mended), desks.stream()).toList();
  }

  private Warned warned(WarnedView view) {
    return new Warned(
        StoryView.link(view.uri()),
        view.headline(),
        view.file(),
        words.time(view.created()),
        view.warnings());
  }

  /**
   * What would be sent of an upload.
   *
   * @param paste what was pasted as it was given, without text where a file was given
   */
  Upload preview(String id, String name, Paste paste) throws IOException {
    String desk = paste.desk();
    String path = inbox.path(name, desk);
    OtherRooms.Draft draft = rooms.draft(inbox.aside(id, name), path);
    return new Upload(
        id,
        path.substring(path.lastIndexOf('/') + 1),
        desk,
        draft.format() == null ? "" : draft.format(),
        draft.stories().stream().map(this::seen).toList(),
        draft.warnings(),
        draft.fault(),
        paste);
  }

  private Seen seen(Story story) {
    String byline = story.article().byline().text();
    return new Seen(
        story.uri(),
        story.article().headline(),
        byline == null ? "" : byline,
        CleanHtml.of(rooms.bodyHtml(story)),
        story.related().size(),
        becomes(story.uri()),
        rooms.plan(story.article()).stream().map(this::chip).toList());
  }

  private String becomes(String uri) {
    StoryHistory known = ledger.views().story(uri);
    return known == null
        ? "A new story."
        : "It becomes version "
            + (known.current().version() + 1)
            + " of “"
            + known.current().article().headline()
            + "”.";
  }

  private StoriesPage.Chip chip(Plan plan) {
    if (!plan.wanted()) {
      return new StoriesPage.Chip(
          plan.partner(), plan.reason() == null ? "left out" : "not: " + plan.reason(), "off");
    }
    return plan.heldUntil() == null || !plan.heldUntil().isAfter(words.now())
        ? new StoriesPage.Chip(plan.partner(), "at once", "good")
        : new StoriesPage.Chip(plan.partner(), "at " + words.time(plan.heldUntil()), "held");
  }
}
