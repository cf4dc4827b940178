package org.wirecopy.desk.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Status;
import org.wirecopy.article.Submission;

/**
 * A story that tries the connection to one partner. It says of itself that it is a test, and is
 * withheld from the first (ninjs {@code pubstatus}), so that nobody publishes it.
 */
public final class TestStory {
  private static final String NAME = "test/";

  private TestStory() {}

  /**
   * The story, for one partner alone.
   *
   * @param uri of a file below the inbox
   * @param now told in the text, so that each test differs from the one before
   */
  public static Submission of(String partner, OtherRooms rooms, Instant now, ZoneId zone) {
    String time = now.atZone(zone).toOffsetDateTime().withNano(0).toString();
    Article article =
        Article.titled("TEST for " + partner + ": please do not publish")
            .slug("test")
            .language("en")
            .urgency(9)
            .status(Status.WITHHELD)
            .edNote("A test of the connection, sent by hand. Not for publication.")
            .body(
                List.of(
                    Block.paragraph(
                        "This story tries the connection between Wirecopy and "
                            + partner
                            + ". It was sent by hand at "
                            + time
                            + "."),
                    Block.paragraph("If you can read this, it works. Nothing needs to be done.")))
            .build();
    Plan only = new Plan(partner, true, null, null);
    return new Submission(
        rooms.uri(NAME + partner), article, List.of(), List.of(only), NAME + partner);
  }
}
