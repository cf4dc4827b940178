package org.wirecopy.article;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article as its file states it: the canonical form between every reader and every partner
 * format. What the file does not state is null or empty; nothing is guessed.
 *
 * @param id the identity the file states, or null (then its path below the inbox is its identity)
 * @param status what the file says of the whole story
 * @param headline in one line, never blank
 * @param subhead stand-first or deck, or null
 * @param summary a short description that is not part of the body, or null
 * @param slug the desk's short name for the story, or null
 * @param byline who wrote it
 * @param dateline where and when it is dated
 * @param body in reading order; may be empty only where the status recalls the story
 * @param pictures pictures and captions, in order
 * @param alsoRead the related headlines that the file itself lists, in order
 * @param language BCP 47 tag, or null
 * @param urgency 1 (most urgent) to 9, 0 if not stated
 * @param subjects desk, topics and tags
 * @param genres for example {@code Analysis}
 * @param rights source, credit and copyright
 * @param embargo not to be published before, with a stated offset, or null
 * @param expires not to be published after, or null
 * @param correction what a correction changed, in words for readers, or null
 * @param edNote a note to receiving editors that may leave the house, or null
 * @param href the story's address on the web, or null
 * @param digitalSourceType IPTC code that discloses how the content was made, or null
 * @param partners names of the only partners to send it to; empty for all
 */
public record Article(
    @Nullable String id,
    Status status,
    String headline,
    @Nullable String subhead,
    @Nullable String summary,
    @Nullable String slug,
    Byline byline,
    Dateline dateline,
    List<Block> body,
    List<Picture> pictures,
    List<ListedHeadline> alsoRead,
    @Nullable String language,
    int urgency,
    List<Subject> subjects,
    List<String> genres,
    Rights rights,
    @Nullable OffsetDateTime embargo,
    @Nullable OffsetDateTime expires,
    @Nullable String correction,
    @Nullable String edNote,
    @Nullable String href,
    @Nullable String digitalSourceType,
    List<String> partners) {

  public Article {
    if (headline.isBlank()) {
      throw new IllegalArgumentException("an article needs a headline");
    }
    body = List.copyOf(body);
    pictures = List.copyOf(pictures);
    alsoRead = List.copyOf(alsoRead);
    subjects = List.copyOf(subjects);
    genres = List.copyOf(genres);
    partners = List.copyOf(partners);
  }

  /** The body as plain text, paragraphs separated by a blank line. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < body.size(); i++) {
      text.append(i == 0 ? "" : "\n\n").append(body.get(i).text());
    }
    return text.toString();
  }

  /** Starts an article with its headline; all else unset, status usable. */
  public static ArticleBuilder titled(String headline) {
    return new ArticleBuilder(headline);
  }

  /** This article, to be built anew with some parts changed. */
  public ArticleBuilder toBuilder() {
    return new ArticleBuilder(this);
  }
}
