package org.wirecopy.steps;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.Status;
import org.wirecopy.article.Submission;

/**
 * When the files were written that the latest versions came from. A file that had to wait, for a
 * picture or a full disk, is not to put its text in place of a newer one. Safe for any number of
 * threads.
 */
final class NewestFiles {
  /** Far more stories than come in while a file waits. */
  private static final int REMEMBERED = 10_000;

  private final Map<String, Instant> written = new LinkedHashMap<>();

  /** A file was committed. */
  synchronized void add(List<Receipt> receipts, Instant modified) {
    for (Receipt receipt : receipts) {
      if (receipt instanceof Receipt.Accepted accepted) {
        String uri = accepted.story().uri();
        written.remove(uri);
        written.put(uri, modified);
      }
    }
    while (written.size() > REMEMBERED) {
      written.remove(written.keySet().iterator().next());
    }
  }

  /** True if a newer file of the story was committed. No recall comes too late. */
  synchronized boolean overtook(Submission submission, Instant modified) {
    Instant newest = written.get(submission.uri());
    return submission.article().status() == Status.USABLE
        && newest != null
        && newest.isAfter(modified);
  }
}
