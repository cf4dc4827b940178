package org.wirecopy.ninjs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Byline;
import org.wirecopy.article.Picture;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.article.Subject;

/** What every profile says of a story in the same words. */
final class Facts {
  private static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";
  private static final String SUBJECT_CODES = "http://cv.iptc.org/newscodes/subjectcode/";
  private static final String SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  private Facts() {}

  /** True if receivers must not publish: then only what they need to find and purge it goes out. */
  static boolean isRecalled(Story story) {
    return story.status() != Status.USABLE || story.action().recalls();
  }

  /** The status of ninjs and NewsML-G2; what an action recalls is never usable. */
  static String pubStatus(Story story) {
    return switch (story.status()) {
      case CANCELED -> "canceled";
      case WITHHELD -> "withheld";
      case USABLE ->
          switch (story.action()) {
            case KILL -> "canceled";
            case WITHHOLD -> "withheld";
            case PUBLISH, UPDATE, CORRECT, RELEASE -> "usable";
          };
    };
  }

  /** The headline in one line; the identity where it has not one character that may go out. */
  static String headline(Story story) {
    String headline = Text.line(story.article().headline());
    return Text.isBlank(headline) ? Addresses.identity(story.uri()) : headline;
  }

  /** What receiving editors must know: what a correction changed, then the note. */
  static @Nullable String edNote(Article article) {
    String correction = article.correction();
    String note = article.edNote();
    if (correction == null || Text.isBlank(correction)) {
      return note;
    }
    String marked = "CORRECTION: " + correction.strip();
    return note == null || Text.isBlank(note) ? marked : marked + "\n" + note;
  }

  /** The language tag if it has the form of BCP 47, or null. */
  static @Nullable String language(Article article) {
    String tag = article.language();
    return tag != null && LANGUAGE.matcher(tag).matches() ? tag : null;
  }

  /** True if the urgency is one of the scale. */
  static boolean hasUrgency(Article article) {
    return article.urgency() >= 1 && article.urgency() <= 9;
  }

  /** The byline where it names a desk and no person, or null. */
  static @Nullable String deskByline(Byline byline) {
    return byline.names().isEmpty() ? byline.text() : null;
  }

  /** The pictures that have anything to say. */
  static List<Picture> pictures(Article article) {
    List<Picture> pictures = new ArrayList<>(article.pictures().size());
    for (Picture picture : article.pictures()) {
      if (picture.media() != null
          || Addresses.web(picture.href()) != null
          || isWritten(picture.caption())
          || isWritten(picture.alt())) {
        pictures.add(picture);
      }
    }
    return pictures;
  }

  /** The headline of a related story, with an ellipsis where the file shows only its beginning. */
  static String headline(RelatedStory related) {
    String headline = Text.line(related.headline());
    return related.truncated() && related.uri() == null ? headline + "…" : headline;
  }

  /** The related stories that have a headline to show. */
  static List<RelatedStory> related(Story story) {
    List<RelatedStory> related = new ArrayList<>(story.related().size());
    for (RelatedStory one : story.related()) {
      if (isWritten(one.headline())) {
        related.add(one);
      }
    }
    return related;
  }

  /** The subjects that have a name or a code. */
  static List<Subject> subjects(Article article) {
    List<Subject> subjects = new ArrayList<>(article.subjects().size());
    for (Subject subject : article.subjects()) {
      if (isWritten(subject.code()) || isWritten(subject.name())) {
        subjects.add(subject);
      }
    }
    return subjects;
  }

  /** What a subject is called: its name, else its code. */
  static String name(Subject subject) {
    String name = subject.name();
    return Text.line(isWritten(name) && name != null ? name : subject.code());
  }

  /** The vocabulary of a subject as a URI; null for a free tag. */
  static @Nullable String scheme(Subject subject) {
    String scheme = subject.scheme();
    if (scheme == null || Text.isBlank(scheme)) {
      return null;
    }
    return switch (scheme) {
      case "medtop" -> MEDIA_TOPICS;
      case "subj" -> SUBJECT_CODES;
      default -> {
        String web = Addresses.web(scheme);
        yield web != null ? web : "urn:wirecopy:scheme:" + Addresses.component(scheme);
      }
    };
  }

  /** The URI of a subject whose vocabulary is on the web, else null. */
  static @Nullable String uri(Subject subject) {
    String scheme = scheme(subject);
    return scheme == null || scheme.startsWith("urn:") || !isWritten(subject.code())
        ? null
        : scheme + Addresses.component(subject.code().strip());
  }

  /** The URI of a digital source type: the code itself, or the code within IPTC's vocabulary. */
  static String sourceType(String code) {
    String web = Addresses.web(code);
    return web != null ? web : SOURCE_TYPES + Addresses.component(code.strip());
  }

  static boolean isWritten(@Nullable String text) {
    return text != null && !Text.isBlank(Text.clean(text));
  }
}
