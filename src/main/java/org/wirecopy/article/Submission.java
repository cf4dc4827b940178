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
 */
public record Submission(
    String uri, Article article, List<RelatedStory> related, List<Plan> plans, String file) {

  public Submission {
    related = List.copyOf(related);
    plans = List.copyOf(plans);
  }
}
