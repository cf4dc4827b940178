package org.wirecopy.parts;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.delivery.AlarmWebhook;
import org.wirecopy.delivery.PartnerException;
import org.wirecopy.delivery.PartnerParameters;
import org.wirecopy.delivery.Push;
import org.wirecopy.desk.access.AccessSettings;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.inbox.InboxReader;
import org.wirecopy.intake.inbox.InboxSettings;
import org.wirecopy.related.Archive;
import org.wirecopy.related.ArchiveSettings;
import org.wirecopy.settings.Settings;
import org.wirecopy.settings.Settings.SettingException;

/**
 * Makes parts of the house as the settings say, for the running house and for single commands
 * alike.
 */
public final class HouseParts {
  private HouseParts() {}

  public static InboxSettings inbox(Settings settings) {
    return new InboxSettings(
        settings.duration("wirecopy.inbox.quiet"),
        settings.duration("wirecopy.inbox.quiet-unsure"),
        settings.duration("wirecopy.inbox.empty-after"),
        settings.span("wirecopy.inbox.sweep"),
        settings.words("wirecopy.inbox.unfinished"),
        settings.bytes("wirecopy.inbox.largest"),
        settings.duration("wirecopy.media.wait"),
        settings.zone());
  }

  public static InboxReader reader(Settings settings, InstantSource clock) {
    return new InboxReader(Readers.standard(), inbox(settings), settings.language(), clock);
  }

  public static AccessSettings access(Settings settings) {
    return new AccessSettings(
        settings.textOrNull("wirecopy.users") == null ? null : settings.path("wirecopy.users"),
        HouseLogIn.oidc(settings),
        settings.text("wirecopy.host"),
        settings.words("wirecopy.hosts"),
        settings.flag("wirecopy.behind-proxy"),
        settings.span("wirecopy.session.idle"),
        settings.span("wirecopy.session.longest"));
  }

  public static Archive archive(Settings settings) {
    return Archive.open(archiveFolder(settings), archiveSettings(settings));
  }

  /** For lookups beside the running house. */
  public static Archive archiveToRead(Settings settings) {
    return Archive.openToRead(archiveFolder(settings), archiveSettings(settings));
  }

  private static Path archiveFolder(Settings settings) {
    return settings.path("wirecopy.data").resolve("archive");
  }

  private static ArchiveSettings archiveSettings(Settings settings) {
    ArchiveSettings defaults = ArchiveSettings.defaults();
    String language = settings.language();
    return new ArchiveSettings(
        language == null ? defaults.language() : language,
        settings.decimal("wirecopy.related.recency", 10),
        settings.decimal("wirecopy.related.min-score", 1),
        settings.span("wirecopy.related.refresh"),
        defaults.memoryMb());
  }

  /** Where alarms go besides the log, or null. */
  public static @Nullable AlarmWebhook alarmWebhook(
      Settings settings, Push push, InstantSource clock) {
    String endpoint = settings.textOrNull("wirecopy.alarms.endpoint");
    if (endpoint == null) {
      return null;
    }
    Map<String, String> parameters = new HashMap<>();
    parameters.put("endpoint", endpoint);
    parameters.put("secret", settings.text("wirecopy.alarms.secret"));
    String networks = settings.textOrNull("wirecopy.alarms.allowed-networks");
    if (networks != null) {
      parameters.put("allowedNetworks", networks);
    }
    try {
      return new AlarmWebhook(PartnerParameters.read("alarms", parameters), push, clock);
    } catch (PartnerException e) {
      throw new SettingException("The settings wirecopy.alarms are wrong: " + e.getMessage());
    }
  }
}
