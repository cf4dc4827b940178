package org.wirecopy.intake.inbox;

import java.io.File;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFileConfiguration;
import org.apache.camel.component.file.GenericFileEndpoint;

/**
 * {@code inbox:FOLDER}: consumes complete files from a watched folder and files them away when
 * done.
 */
public final class InboxComponent extends FileComponent {
  private final InboxSettings settings;
  private final InstantSource clock;

  /**
   * @param settings how the folder is looked at
   * @param clock the time, for quiet periods and dated folders
   */
  public InboxComponent(InboxSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  protected GenericFileEndpoint<File> buildFileEndpoint(
      String uri, String remaining, Map<String, Object> parameters) {
    Path inbox = Path.of(remaining).toAbsolutePath().normalize();
    GenericFileConfiguration configuration = new GenericFileConfiguration();
    configuration.setDirectory(inbox.toString());
    InboxEndpoint endpoint =
        new InboxEndpoint(uri, this, inbox, new InboxFiling(inbox, settings, clock), settings);
    endpoint.setFile(inbox.toFile());
    endpoint.setConfiguration(configuration);
    return endpoint;
  }
}
