package org.wirecopy.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.article.Submission;

/** Decides what a submission is: a new story, a next version, nothing new, or against the rules. */
final class Acceptance {

  /** A submission with its stored form, made before it waits for the writer. */
  record Prepared(Submission submission, byte[] article, byte[] related, byte[] digest) {
    int bytes() {
      return article.length + related.length;
    }
  }

  private final Stories stories;
  private final Fanout fanout;
  private final Keys keys;
  private final StoryCodec codec;
  private final Recalled recalled;
  private Consumer<String> killed = uri -> {};

  Acceptance(Stories stories, Fanout fanout, Keys keys, StoryCodec codec, Recalled recalled) {
    this.recalled = recalled;
    this.stories = stories;
    this.fanout = fanout;
    this.keys = keys;
    this.codec = codec;
  }

  /** Who takes a story out of others' related lists, once its kill is committed. */
  void tell(Consumer<String> killed) {
    this.killed = killed;
  }

  static Prepared prepare(Submission submission, StoryCodec codec) {
    byte[] article = codec.article(submission.article());
    return new Prepared(
        submission, article, codec.related(submission.related()), StoryCodec.digest(article));
  }

  Receipt accept(Prepared prepared, Transaction tx) throws SQLException {
    Submission submission = prepared.submission();
    Stories.Head head = stories.headOrNull(submission.uri(), tx);
    Status status = submission.article().status();
    if (head == null) {
      return switch (status) {
        case USABLE -> enter(prepared, null, Action.PUBLISH, null, tx);
        // With its text it is a story that waits for its release; without, the id must be wrong.
        case WITHHELD ->
            submission.article().body().isEmpty()
                ? unknown(submission.uri(), status)
                : enter(prepared, null, Action.WITHHOLD, null, tx);
        case CANCELED -> unknown(submission.uri(), status);
      };
    }
    Prepared whole = completed(prepared, head, tx);
    if (Arrays.equals(head.digest(), whole.digest())) {
      return new Receipt.Duplicate(submission.uri(), head.version());
    }
    if (head.status() == Status.CANCELED) {
      return new Receipt.Refused(
          submission.uri(),
          "This story was killed (version "
              + head.version()
              + "). Nothing more is sent under its id unless a person releases it at the desk. To"
              + " publish something new, drop it as a story of its own.",
          false);
    }
    if (status == Status.USABLE && head.status() == Status.WITHHELD) {
      String order = stories.orderOrNull(head, whole.digest(), tx);
      if (order != null) {
        return new Receipt.Refused(
            submission.uri(),
            "A person withheld this story (version "
                + head.version()
                + (order.isEmpty() ? "" : ": " + order)
                + "), and this is the text it had before. Release it at the desk, or drop it with"
                + " what is to be mended.",
            false);
      }
    }
    return enter(whole, head, action(whole.submission().article(), head, tx), null, tx);
  }

  private static Receipt unknown(String uri, Status status) {
    return new Receipt.Refused(
        uri,
        (status == Status.CANCELED ? "A kill" : "A withhold")
            + " names the story "
            + uri
            + ", which was never accepted here.",
        true);
  }

  private Action action(Article article, Stories.Head head, Transaction tx) throws SQLException {
    return switch (article.status()) {
      case CANCELED -> Action.KILL;
      case WITHHELD -> Action.WITHHOLD;
      case USABLE ->
          head.status() == Status.WITHHELD
              ? release(head, tx)
              : article.correction() != null ? Action.CORRECT : Action.UPDATE;
    };
  }

  /** What was withheld from the first is news to everybody. */
  private Action release(Stories.Head head, Transaction tx) throws SQLException {
    return head.status() == Status.CANCELED || stories.everSent(head, tx)
        ? Action.RELEASE
        : Action.PUBLISH;
  }

  /**
   * A recall may come without the article: then it keeps what was last known of it, but for the
   * words of the notice itself.
   */
  private Prepared completed(Prepared prepared, Stories.Head head, Transaction tx)
      throws SQLException {
    Submission submission = prepared.submission();
    Article recall = submission.article();
    if (recall.status() == Status.USABLE || !recall.body().isEmpty()) {
      return prepared;
    }
    Story current = underNotices(head, tx);
    boolean named =
        !recall.headline().equals(recall.id()) && !recall.headline().equals(submission.uri());
    Article known = current.article();
    Article whole =
        known.toBuilder()
            .status(recall.status())
            .headline(named ? recall.headline() : known.headline())
            .edNote(recall.edNote() == null ? known.edNote() : recall.edNote())
            .correction(recall.correction())
            .build();
    List<RelatedStory> related =
        submission.related().isEmpty() ? current.related() : submission.related();
    return prepare(submission.with(whole, related), codec);
  }

  /**
   * The current version, or what it was before recalls that brought nothing but the words of a
   * notice: those go out with the recall, and are no news once it is taken back.
   */
  private Story underNotices(Stories.Head head, Transaction tx) throws SQLException {
    Story story = stories.load(head.row(), tx.sql);
    while (story.status() != Status.USABLE) {
      Story before = stories.numbered(head, story.version() - 1, tx);
      if (before == null || !isNotice(story.article(), before.article())) {
        return story;
      }
      story = before;
    }
    return story;
  }

  private static boolean isNotice(Article recall, Article before) {
    return recall.toBuilder()
        .status(before.status())
        .headline(before.headline())
        .edNote(before.edNote())
        .correction(before.correction())
        .build()
        .equals(before);
  }

  /**
   * A story as a person sends it, whatever its status: one that is withheld from the first is no
   * recall, since nobody has it.
   */
  Receipt send(Prepared prepared, @Nullable String note, Transaction tx) throws SQLException {
    Stories.Head head = stories.headOrNull(prepared.submission().uri(), tx);
    return enter(prepared, head, head == null ? Action.PUBLISH : Action.UPDATE, note, tx);
  }

  /** The article as it stands again under a new status, by a person's order. */
  Receipt act(
      String uri,
      Status status,
      Action action,
      @Nullable String note,
      @Nullable Function<Article, List<Plan>> planner,
      Transaction tx)
      throws SQLException {
    Stories.Head head = stories.headOrNull(uri, tx);
    if (head == null) {
      return new Receipt.Refused(uri, "No story " + uri + " was accepted here.", true);
    }
    if (head.status() == status) {
      return status == Status.USABLE
          ? new Receipt.Refused(uri, "The story is neither withheld nor killed.", false)
          : new Receipt.Duplicate(uri, head.version());
    }
    if (head.status() == Status.CANCELED && status == Status.WITHHELD) {
      return new Receipt.Refused(uri, "The story is killed already.", false);
    }
    Story current =
        action == Action.RELEASE ? underNotices(head, tx) : stories.load(head.row(), tx.sql);
    Article article = current.article().toBuilder().status(status).build();
    Prepared prepared =
        prepare(
            new Submission(
                uri,
                article,
                current.related(),
                planner == null ? fanout.earlierPlans(head.story(), tx) : planner.apply(article),
                Stories.DESK),
            codec);
    Action told = action == Action.RELEASE ? release(head, tx) : action;
    return enter(prepared, head, told, note, tx);
  }

  /** The current article again as an update, without a story that was killed. */
  void relist(String uri, String killed, Transaction tx) throws SQLException {
    Stories.Head head = stories.headOrNull(uri, tx);
    if (head == null) {
      return;
    }
    Story current = stories.load(head.row(), tx.sql);
    List<RelatedStory> related =
        current.related().stream().filter(each -> !killed.equals(each.uri())).toList();
    Submission submission =
        new Submission(
            uri, current.article(), related, fanout.earlierPlans(head.story(), tx), Stories.DESK);
    String note = "Sent again without a story that it listed and that was killed: " + killed;
    Action action = current.action() == Action.CORRECT ? Action.CORRECT : Action.UPDATE;
    enter(prepare(submission, codec), head, action, note, tx);
  }

  private Receipt enter(
      Prepared planned,
      Stories.@Nullable Head head,
      Action action,
      @Nullable String note,
      Transaction tx)
      throws SQLException {
    Prepared prepared = withoutRecalled(planned);
    Submission submission = prepared.submission();
    Instant now = Instant.ofEpochMilli(tx.now);
    Story story =
        new Story(
            submission.uri(),
            head == null ? 1 : head.version() + 1,
            action,
            submission.article().status(),
            head == null ? now : head.firstCreated(),
            now,
            submission.article(),
            submission.related());
    Version version =
        new Version(keys.version(), head == null ? keys.story() : head.story(), story);
    stories.add(version, prepared, note, head, tx);
    recalled.note(story.uri(), story.status(), tx);
    if (action == Action.KILL) {
      tx.afterwards(() -> killed.accept(story.uri()));
    }
    return new Receipt.Accepted(story, fanout.spread(version, submission.plans(), tx));
  }

  private Prepared withoutRecalled(Prepared prepared) {
    Submission submission = prepared.submission();
    List<RelatedStory> related = recalled.without(submission.related());
    return related == submission.related()
        ? prepared
        : new Prepared(
            submission.with(submission.article(), related),
            prepared.article(),
            codec.related(related),
            prepared.digest());
  }
}
