package org.wirecopy.article;

import java.util.List;

/**
 * An article on its way to the ledger: read, its related stories looked up, its partners planned.
 *
 * @param uri identity over all versions, see {@link StoryUri}
 * @param article what the file states
 * @param related its related stories, listed ones first
 * @param plans what each known partner is to get
 * @param file where it came from: path below the inbox, with {@code #n} for one of several in a
 *     file
 * @param warnings near misses in the file, in words for the editor
 */
public record Submission(
    String uri,
    Article article,
    List<RelatedStory> related,
    List<Plan> plans,
    String file,
    List<String> warnings) {

  public Submission {
    related = List.copyOf(related);
    plans = List.copyOf(plans);
    warnings = List.copyOf(warnings);
  }

  /** A submission that nothing was wrong with. */
  public Submission(
      String uri, Article article, List<RelatedStory> related, List<Plan> plans, String file) {
    this(uri, article, related, plans, file, List.of());
  }

  /** The same with another article and related stories. */
  public Submission with(Article other, List<RelatedStory> found) {
    return new Submission(uri, other, found, plans, file, warnings);
  }
}
