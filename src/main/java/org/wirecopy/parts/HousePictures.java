package org.wirecopy.parts;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Story;
import org.wirecopy.media.MediaAddresses;
import org.wirecopy.media.MediaKey;
import org.wirecopy.media.MediaStore;
import org.wirecopy.media.PictureSweep;
import org.wirecopy.ninjs.PictureLinks;
import org.wirecopy.settings.Settings;
import org.wirecopy.settings.Settings.SettingException;
import org.wirecopy.steps.PictureSteps;

/** The house's pictures as the settings say, for the running house and for single commands. */
public final class HousePictures {
  private static final Logger LOG = LoggerFactory.getLogger(HousePictures.class);
  private static final Duration SHORTEST_KEPT = Duration.ofHours(1);
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private HousePictures() {}

  /**
   * The step that keeps pictures.
   *
   * @param store null to keep none
   */
  public static PictureSteps steps(Settings settings, @Nullable MediaStore store) {
    return new PictureSteps(
        store,
        settings.bytes("wirecopy.media.largest"),
        settings.number("wirecopy.media.most", 50));
  }

  /**
   * What removes pictures that nobody can fetch any more; null if the settings keep all.
   *
   * @throws SettingException if they are to be kept too shortly
   */
  public static @Nullable PictureSweep sweep(Settings settings, MediaStore store) {
    if (settings.textOrNull("wirecopy.media.keep") == null) {
      return null;
    }
    Duration keep = settings.duration("wirecopy.media.keep");
    if (keep.compareTo(SHORTEST_KEPT) < 0) {
      throw new SettingException(
          "Setting wirecopy.media.keep must be at least 1h, or empty to keep all pictures.");
    }
    return new PictureSweep(store, keep);
  }

  /**
   * Where partners fetch pictures.
   *
   * @param store null where none is kept and only said what would be
   * @param port of the page, asked when an address is needed
   */
  public static PictureLinks links(
      Settings settings,
      @Nullable MediaStore store,
      MediaKey key,
      IntSupplier port,
      InstantSource clock) {
    Duration valid = settings.duration("wirecopy.media.valid");
    if (valid.compareTo(SHORTEST) < 0) {
      throw new SettingException(
          "Setting wirecopy.media.valid must be at least 1m: a partner fetches pictures later.");
    }
    String base = base(settings);
    String host = base == null ? host(settings.text("wirecopy.host")) : "";
    MediaAddresses addresses =
        new MediaAddresses(
            key,
            valid,
            clock,
            () -> base == null ? "http://" + host + ":" + port.getAsInt() : base,
            store == null ? (digest, until) -> true : store::neededUntil);
    return new PictureLinks() {
      @Override
      public @Nullable String href(Story story, Picture.Media media) {
        return addresses.of(story, media);
      }

      @Override
      public long step(Story story) {
        return addresses.step(story);
      }
    };
  }

  /** What the operator says that partners call the house by, or null. */
  private static @Nullable String base(Settings settings) {
    String base = settings.textOrNull("wirecopy.media.base-url");
    if (base == null) {
      return null;
    }
    if (!base.matches("https?://[^/?#@\\[\\]\\s]+(/[^?#\\s]*)?") || !isUri(base)) {
      throw new SettingException(
          "Setting wirecopy.media.base-url is \""
              + base
              + "\" but must be an address such as https://news.example");
    }
    return base.replaceFirst("/+$", "");
  }

  private static boolean isUri(String text) {
    try {
      return URI.create(text).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The host of the page's own address, by its name where it is all addresses or a bare IPv6. */
  private static String host(String listening) {
    try {
      InetAddress address = InetAddress.getByName(listening);
      if (address.isAnyLocalAddress()) {
        return thisMachine();
      }
      if (listening.indexOf(':') >= 0) {
        return address.isLoopbackAddress() ? "localhost" : address.getCanonicalHostName();
      }
      return listening;
    } catch (UnknownHostException e) {
      return listening;
    }
  }

  private static String thisMachine() {
    try {
      String name = InetAddress.getLocalHost().getCanonicalHostName();
      return name.indexOf(':') < 0 ? name : '[' + name + ']';
    } catch (UnknownHostException e) {
      LOG.warn(
          "This machine's own name is not known to it ({}): pictures are offered at localhost."
              + " Set wirecopy.media.base-url to the address by which partners reach it.",
          e.getMessage());
      return "localhost";
    }
  }
}
