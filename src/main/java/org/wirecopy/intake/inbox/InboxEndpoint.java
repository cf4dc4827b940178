package org.wirecopy.intake.inbox;

import java.io.File;
import java.nio.file.Path;
import org.apache.camel.Processor;
import org.apache.camel.component.file.FileConsumer;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;

/** A folder as an inbox: all options of Camel's file endpoint that concern a consumer hold. */
final class InboxEndpoint extends FileEndpoint {
  private final Path inbox;
  private final InboxFiling filing;
  private final InboxSettings settings;
  private final InboxWatch watch;

  InboxEndpoint(
      String uri,
      InboxComponent component,
      Path inbox,
      InboxFiling filing,
      InboxSettings settings) {
    super(uri, component);
    this.inbox = inbox;
    this.filing = filing;
    this.settings = settings;
    this.watch = new InboxWatch(settings.quiet(), settings.sweep());
    // The endpoint gives its consumer a scheduler, also when it has none: one set there is lost.
    setScheduler(watch);
  }

  Path inbox() {
    return inbox;
  }

  @Override
  protected FileConsumer newFileConsumer(
      Processor processor, GenericFileOperations<File> operations) {
    return new InboxConsumer(this, processor, operations, filing, settings, watch);
  }
}
