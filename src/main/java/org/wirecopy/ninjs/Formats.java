package org.wirecopy.ninjs;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.wirecopy.article.Story;

/**
 * The forms in which partners get a story. {@code ninjs3}, {@code ninjs1} and {@code superdesk} are
 * built in; a partner's own mapping is registered beside them while running.
 *
 * <p>Safe for any number of threads. What was rendered last is kept, within a bound, so that all
 * partners of a format share the same bytes.
 */
public final class Formats {
  /** The format of a partner that states none. */
  public static final String NINJS3 = "ninjs3";

  /** The flat names of ninjs 1.x. */
  public static final String NINJS1 = "ninjs1";

  /** The dialect of Superdesk and its Publisher. */
  public static final String SUPERDESK = "superdesk";

  /** How many bytes of rendered stories are kept. */
  private static final int KEPT_BYTES = 4 << 20;

  private final PictureLinks links;
  private final Format ninjs3;
  private final Map<String, Format> builtIn;
  private final Map<String, Format> mappings = new ConcurrentHashMap<>();
  private final RenderedStories rendered = new RenderedStories(KEPT_BYTES);

  /** The built-in formats, without addresses for the pictures that the house keeps. */
  public Formats() {
    this(PictureLinks.NONE);
  }

  /**
   * The built-in formats.
   *
   * @param links where partners fetch the pictures that the house keeps
   */
  public Formats(PictureLinks links) {
    this.links = links;
    ninjs3 = new Ninjs3(links);
    builtIn = Map.of(NINJS3, ninjs3, NINJS1, new Ninjs1(links), SUPERDESK, new Superdesk(links));
  }

  /**
   * A story in a format.
   *
   * @return UTF-8 JSON, the same bytes whenever the story and the addresses of its pictures are the
   *     same; shared, so not to be changed
   * @throws IllegalArgumentException if there is no such format
   * @throws MappingException if a partner's own mapping fails on this story
   */
  public byte[] render(String format, Story story) {
    return rendered.of(form(format), story, links.step(story));
  }

  /**
   * A story in a format, as {@link #render}, without waiting for a partner's own mapping: that runs
   * on threads of its own, so that a slow one holds up nobody else. What is built in is there at
   * once.
   *
   * @return fails with a {@link MappingException} if the mapping fails on this story
   * @throws IllegalArgumentException if there is no such format
   */
  public CompletionStage<byte[]> rendering(String format, Story story) {
    Format form = form(format);
    long step = links.step(story);
    return form instanceof Mapping mapping
        ? mapping.later(() -> rendered.of(mapping, story, step))
        : CompletableFuture.completedFuture(rendered.of(form, story, step));
  }

  /**
   * Adds a partner's own mapping, or replaces it.
   *
   * @param name its name as a format, not that of a built-in one
   * @param jsonata a JSON template with JSONata expressions over the ninjs 3 document
   * @throws MappingException if it is not well-formed or fails on a sample story; an earlier
   *     mapping of that name then stays
   * @throws IllegalArgumentException if the name is that of a built-in format
   */
  public void register(String name, String jsonata) {
    if (builtIn.containsKey(name)) {
      throw new IllegalArgumentException("format %s is built in".formatted(name));
    }
    mappings.put(name, new Mapping(name, jsonata, ninjs3));
  }

  /** Removes a partner's own mapping, if there is one of that name. */
  public void unregister(String name) {
    mappings.remove(name);
  }

  /** The names of all formats, built in and registered. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(builtIn.keySet());
    names.addAll(mappings.keySet());
    return names;
  }

  /**
   * The media type to send with a format.
   *
   * @throws IllegalArgumentException if there is no such format
   */
  public String contentType(String format) {
    form(format);
    return "application/json";
  }

  private Format form(String name) {
    Format form = builtIn.get(name);
    if (form == null) {
      form = mappings.get(name);
    }
    if (form == null) {
      throw new IllegalArgumentException(
          "there is no format %s; known are %s"
              .formatted(name, Arrays.toString(names().toArray())));
    }
    return form;
  }
}
