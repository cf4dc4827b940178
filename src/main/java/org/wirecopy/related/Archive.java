package org.wirecopy.related;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.RelatedStory;

/**
 * Every story that may be listed beside another, and the lookups over them. An embedded index in
 * one folder, safe for use by many threads.
 *
 * <p>The archive is a copy of what the ledger knows: what a crash takes from it is put again from
 * {@link #position()} on, and if it is damaged {@link #needsRebuild()} asks for {@link #rebuild}.
 */
public final class Archive implements AutoCloseable {
  private final ArchiveSettings settings;
  private final LiveIndex live;

  private Archive(ArchiveFolder folder, ArchiveSettings settings, boolean toRead)
      throws IOException {
    this.settings = settings;
    this.live = new LiveIndex(folder, settings, toRead);
  }

  /**
   * Opens the archive in {@code folder}, making it if it is not there. A damaged index is moved
   * aside within the folder and an empty one, or what could be saved, stands in its place.
   *
   * @throws UncheckedIOException if the folder cannot be used, or another process uses it
   */
  public static Archive open(Path folder, ArchiveSettings settings) {
    try {
      return new Archive(ArchiveFolder.in(folder), settings, false);
    } catch (LockObtainFailedException e) {
      throw new UncheckedIOException("another program uses the archive in " + folder, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the archive in " + folder, e);
    }
  }

  /**
   * The archive as it was committed last, for lookups beside whoever uses it. Nothing of it is
   * changed, and nothing is made where it is not; what is put is forgotten.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static Archive openToRead(Path folder, ArchiveSettings settings) {
    try {
      return new Archive(ArchiveFolder.beside(folder), settings, true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the archive in " + folder, e);
    }
  }

  /** True if the index was found damaged: stories may be missing until {@link #rebuild} has run. */
  public boolean needsRebuild() {
    return live.needsRebuild();
  }

  /**
   * Adds stories, each in place of any with the same uri; one that is not linkable is hidden from
   * all lookups. Found by lookups after at most {@link ArchiveSettings#refresh()}; durable with the
   * next {@link #commit}.
   *
   * @throws UncheckedIOException if the disk fails
   */
  public void put(List<ArchiveStory> stories) {
    live.put(stories);
  }

  /** Removes the story of that uri, if the archive has it. */
  public void remove(String uri) {
    live.remove(uri);
  }

  /**
   * Makes durable all that was put before, together with a note on how far the archive is complete.
   * Takes milliseconds (it waits for the disk), so call it every some seconds, not for each story.
   *
   * @param position entries to change; what is not named stays, an empty value removes an entry
   */
  public void commit(Map<String, String> position) {
    live.write(target -> target.commit(position));
  }

  /** The note of the last commit; empty for a new or damaged archive. */
  public Map<String, String> position() {
    return needsRebuild() ? Map.of() : live.position();
  }

  /** Makes all that was put before visible to lookups now; for imports and tests. */
  public void refresh() {
    live.write(ArchiveIndex::refresh);
  }

  /** The story of that uri, if lookups see it. */
  public Optional<ArchiveStory> story(String uri) {
    return live.look((index, searcher) -> index.story(searcher, uri), Optional.empty());
  }

  /** Number of stories that lookups see. */
  public int size() {
    return live.look((index, searcher) -> searcher.getIndexReader().numDocs(), 0);
  }

  /**
   * The one archived story that a listed headline names; empty if the archive does not have it or
   * cannot tell which of several it is.
   */
  public Optional<RelatedStory> resolve(ListedHeadline listed) {
    return resolve(listed, null);
  }

  /**
   * As {@link #resolve(ListedHeadline)}, for a headline listed by a story.
   *
   * @param self uri of the story that lists it, which is never meant, or null
   */
  public Optional<RelatedStory> resolve(ListedHeadline listed, @Nullable String self) {
    return live.look(
        (index, searcher) -> new HeadlineResolver(index, searcher).resolve(listed, self),
        Optional.empty());
  }

  /**
   * The archived stories that belong beside the article, best first; fewer than {@code limit} or
   * none if no more are good enough. Never the article itself, another version or a copy of it, nor
   * two copies of one story.
   */
  public List<RelatedStory> find(Query query, int limit) {
    return live.look(
        (index, searcher) ->
            new StoryFinder(index, settings).find(searcher, query, limit, Set.of()),
        List.of());
  }

  /**
   * All that the article is shown with: the headlines it lists, in their order, each as the story
   * it names or else as printed; then the best further stories, up to {@code limit} in all. Listed
   * ones are never cut off.
   */
  public List<RelatedStory> related(Query query, int limit) {
    return live.look(
        (index, searcher) -> related(index, searcher, query, limit), listedAsPrinted(query));
  }

  private List<RelatedStory> related(
      ArchiveIndex index, IndexSearcher searcher, Query query, int limit) throws IOException {
    HeadlineResolver resolver = new HeadlineResolver(index, searcher);
    List<RelatedStory> related = new ArrayList<>();
    Set<String> uris = new HashSet<>();
    for (ListedHeadline listed : query.listed()) {
      RelatedStory story = resolver.resolve(listed, query.uri()).orElseGet(() -> asPrinted(listed));
      if (story.uri() == null || uris.add(story.uri())) {
        related.add(story);
      }
    }
    int more = limit - related.size();
    if (more > 0) {
      related.addAll(new StoryFinder(index, settings).find(searcher, query, more, uris));
    }
    return List.copyOf(related);
  }

  /** The listed headlines as the article prints them: what is left when there is no lookup. */
  public static List<RelatedStory> listedAsPrinted(Query query) {
    return query.listed().stream().map(Archive::asPrinted).toList();
  }

  private static RelatedStory asPrinted(ListedHeadline listed) {
    return new RelatedStory(
        null,
        null,
        listed.headline(),
        listed.date(),
        listed.href(),
        true,
        listed.truncated(),
        0,
        "listed in the file, not in the archive");
  }

  /** Hands every story to {@code reader}, in no order; for export. */
  public void each(Consumer<ArchiveStory> reader) {
    refresh();
    try {
      live.current().each(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the archive", e);
    }
  }

  /** Hands over the stories that a rebuild is to hold. */
  public interface Source {
    /**
     * @param put takes the stories, a batch at a time
     */
    void read(Consumer<List<ArchiveStory>> put) throws IOException;
  }

  /**
   * Builds the index anew from {@code source} while lookups and puts go on, then takes it in place
   * of the old one. What is put meanwhile wins over what the source hands over.
   *
   * @param position asked for the note to keep with it when all is read, see {@link #commit}
   * @throws UncheckedIOException if it fails; the old index then stays
   */
  public void rebuild(Source source, Supplier<Map<String, String>> position) {
    live.rebuild(source, position);
  }

  /** Has every file's checksum compared, after something that should not happen. */
  void examine() {
    live.examine();
  }

  @Override
  public void close() {
    live.close();
  }
}
