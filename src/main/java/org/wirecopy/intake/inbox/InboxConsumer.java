package org.wirecopy.intake.inbox;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.file.FileConsumer;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperations;
import org.jspecify.annotations.Nullable;

/**
 * Camel's file consumer over {@link InboxWalk} instead of a listing of the whole folder at each
 * poll.
 */
final class InboxConsumer extends FileConsumer {
  private final InboxWalk walk;
  private final InboxWatch watch;
  private final InboxFiling filing;

  InboxConsumer(
      InboxEndpoint endpoint,
      Processor processor,
      GenericFileOperations<File> operations,
      InboxFiling filing,
      InboxSettings settings,
      InboxWatch watch) {
    super(endpoint, processor, operations, filing);
    Path inbox = endpoint.inbox();
    this.watch = watch;
    this.filing = filing;
    this.walk =
        new InboxWalk(
            inbox,
            settings,
            new Settling(settings, filing.clock()),
            new WaitingPictures(settings.pictureWait(), filing.clock()),
            watch::folder,
            filing::met,
            filing::followsItsPage);
  }

  @Override
  protected boolean pollDirectory(
      @Nullable Exchange dynamic, String folder, List<GenericFile<File>> files, int depth) {
    if (walk.atEnd()) {
      filing.begin();
      walk.begin();
    }
    while (canPollMoreFiles(files)) {
      InboxFile file = walk.next(this::isFree, filing::waits);
      if (file == null) {
        watch.unsettled(walk.unsettled());
        break;
      }
      getEndpoint().getInProgressRepository().add(file.getAbsoluteFilePath());
      files.add(file);
    }
    // Oldest first within a piece: a story and its kill dropped together keep their order.
    files.sort(Comparator.comparingLong(GenericFile::getLastModified));
    return walk.atEnd();
  }

  private boolean isFree(InboxFile file) {
    return !getEndpoint().getInProgressRepository().contains(file.getAbsoluteFilePath());
  }

  @Override
  protected void updateFileHeaders(GenericFile<File> file, org.apache.camel.Message message) {
    // The walk's attributes stand; reading them again through java.io.File loses undecodable names.
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    walk.close();
  }
}
