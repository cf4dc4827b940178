package org.wirecopy.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Subject;

/**
 * What a partner wants of the newsroom's stories. What an article does not state is not wanted
 * where the filter asks for it.
 *
 * @param languages BCP 47 tags
 * @param subjects codes or names
 * @param desks desks, each with those below it
 * @param sources sources
 * @param urgency the least urgent urgency wanted, 0 for any
 * @param condition the partner's own condition, or null
 */
record Filter(
    Words languages,
    Words subjects,
    Words desks,
    Words sources,
    int urgency,
    @Nullable Condition condition) {

  /** Everything. */
  static final Filter ALL = new Filter(Words.ANY, Words.ANY, Words.ANY, Words.ANY, 0, null);

  /**
   * Words of which a story must have one, and words that it must not have.
   *
   * @param wanted in lower case; empty for any
   * @param excluded in lower case
   */
  record Words(List<String> wanted, List<String> excluded) {
    static final Words ANY = new Words(List.of(), List.of());

    static Words of(List<String> words) {
      return new Words(
          words.stream().filter(word -> !word.startsWith("!")).map(Words::lower).toList(),
          words.stream()
              .filter(word -> word.startsWith("!"))
              .map(word -> lower(word.substring(1).strip()))
              .toList());
    }

    /**
     * @param given what the article states, asked for only if anything is wanted or excluded
     */
    boolean take(Supplier<List<String>> given, Match match) {
      if (wanted.isEmpty() && excluded.isEmpty()) {
        return true;
      }
      List<String> stated = given.get();
      Predicate<String> hasOne =
          word -> stated.stream().anyMatch(value -> match.matches(word, value));
      return excluded.stream().noneMatch(hasOne)
          && (wanted.isEmpty() || wanted.stream().anyMatch(hasOne));
    }

    private static String lower(String word) {
      if (word.isEmpty()) {
        throw new IllegalArgumentException("an empty word");
      }
      return word.toLowerCase(Locale.ROOT);
    }
  }

  /** How a word of the filter meets a value of the article, both in lower case. */
  private interface Match {
    boolean matches(String word, String value);

    static boolean whole(String word, String value) {
      return value.equals(word);
    }

    /** Language ranges, RFC 4647 section 3.3.1. */
    static boolean language(String word, String value) {
      return value.equals(word) || value.startsWith(word + "-");
    }

    static boolean desk(String word, String value) {
      return value.equals(word) || value.startsWith(word + "/") || value.startsWith(word + ":");
    }
  }

  static Filter read(ParameterValues values, Condition.Language conditions) {
    return new Filter(
        words(values, "languages"),
        words(values, "subjects"),
        words(values, "desks"),
        words(values, "sources"),
        values.or("urgency", text -> ValueForms.number(text, 1, 9), 0),
        values.orNull("when", conditions::read));
  }

  private static Words words(ParameterValues values, String name) {
    return values.or(
        name,
        text -> Words.of(Stream.of(text.split(",", -1)).map(String::strip).toList()),
        Words.ANY);
  }

  /** Why the article is left out, in words for the desk; null if it is wanted. */
  @Nullable String leavesOut(Article article) {
    if (!languages.take(() -> lower(Stream.of(article.language())), Match::language)) {
      return "its language " + stated(article.language()) + " is not wanted";
    }
    if (!subjects.take(
        () -> lower(article.subjects().stream().flatMap(Filter::names)), Match::whole)) {
      return "none of its subjects is wanted, or one is excluded";
    }
    if (!desks.take(() -> lower(desks(article)), Match::desk)) {
      return "its desk is not wanted";
    }
    if (!sources.take(() -> lower(Stream.of(article.rights().source())), Match::whole)) {
      return "its source " + stated(article.rights().source()) + " is not wanted";
    }
    if (urgency > 0 && (article.urgency() == 0 || article.urgency() > urgency)) {
      return "its urgency "
          + (article.urgency() == 0 ? "(not stated)" : article.urgency())
          + " is below "
          + urgency;
    }
    return condition == null ? null : failing(condition, article);
  }

  /** A condition that cannot be evaluated must not keep the story from the other partners. */
  private static @Nullable String failing(Condition condition, Article article) {
    try {
      return condition.test(article) ? null : "it does not meet the partner's condition";
    } catch (RuntimeException e) {
      return "the partner's condition cannot be evaluated on it: " + e.getMessage();
    }
  }

  private static Stream<@Nullable String> desks(Article article) {
    return article.subjects().stream()
        .filter(subject -> Subject.DESK.equals(subject.scheme()))
        .map(Subject::code);
  }

  private static Stream<@Nullable String> names(Subject subject) {
    String scheme = subject.scheme();
    return Stream.of(
        subject.code(), subject.name(), scheme == null ? null : scheme + ":" + subject.code());
  }

  private static List<String> lower(Stream<@Nullable String> stated) {
    return stated
        .filter(Objects::nonNull)
        .map(value -> String.valueOf(value).toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String stated(@Nullable String value) {
    return value == null ? "(not stated)" : value;
  }
}
