package org.wirecopy.intake.inbox;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves a file that was dealt with out of the inbox, and what belongs to it after it. */
final class FilingClerk {
  private static final Logger LOG = LoggerFactory.getLogger(FilingClerk.class);

  private final Path inbox;
  private final FilingCabinet cabinet;

  FilingClerk(Path inbox, FilingCabinet cabinet) {
    this.inbox = inbox;
    this.cabinet = cabinet;
  }

  /**
   * Files a file; false if another one was dropped in its place just then, which is in the inbox.
   *
   * @throws IOException if it cannot be moved and so is in the inbox still
   */
  boolean file(Unfiled done) throws IOException {
    InboxFile file = done.file();
    Path folder = PageFolder.of(file.path());
    String reason = done.reason();
    if (!(reason == null ? cabinet.fileAway(file) : cabinet.reject(file, reason))) {
      return false;
    }
    if (folder != null) {
      move(folder, done.rejected());
    }
    // The article first: a picture that a crash leaves behind does no harm, the other way about
    // the article would be read again and go out without it.
    for (PictureFile picture : done.pictures()) {
      follow(picture, done.rejected());
    }
    return true;
  }

  /**
   * Puts away a page's folder that came when its page had gone out already.
   *
   * @return false if no such page went out
   * @throws IOException if it cannot be moved
   */
  boolean followsItsPage(Path folder) throws IOException {
    if (!SentArticle.hadFolder(inbox, folder, cabinet.today())) {
      return false;
    }
    cabinet.fileAway(folder);
    LOG.warn(
        "Put away unread, as the folder of a page that had gone out; if it is a desk, give it"
            + " another name: {}",
        InboxPaths.relative(inbox, folder));
    return true;
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
}
