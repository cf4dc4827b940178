package org.wirecopy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Invented articles of 2–3 kB as a newsroom's plain-text files: headline said twice, byline, date
 * and view counter, paragraphs, and in half of them a list of earlier stories. The same seed and
 * number always give the same text.
 *
 * <p>Each text ends its first paragraph with a mark, {@code zwmark-NUMBER-REVISION}, by which a
 * receiver knows which drop of which file it got.
 */
public final class Articles {
  /** What a mark begins with. */
  public static final String MARK = "zwmark-";

  private static final LocalDateTime FIRST_DATE = LocalDateTime.of(2021, 3, 1, 6, 0);
  private static final DateTimeFormatter BYLINE_DATE =
      DateTimeFormatter.ofPattern("hh:mm a, MMMM d, yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter LISTED_DATE =
      DateTimeFormatter.ofPattern("MMMM d, yyyy @ hh:mm a", Locale.ENGLISH);

  private final long seed;
  private final Vocabulary vocabulary;

  public Articles(long seed) {
    this.seed = seed;
    this.vocabulary = new Vocabulary(seed);
  }

  /** How files are spread over the inbox. */
  public enum Layout {
    /** All files directly in the inbox. */
    FLAT,
    /** A subfolder for every 500 files. */
    FOLDERS
  }

  /** The file's path below the inbox. */
  public static String path(int number, Layout layout) {
    String name = String.format(Locale.ROOT, "story-%07d.txt", number);
    return layout == Layout.FLAT
        ? name
        : String.format(Locale.ROOT, "desk-%03d/%s", number / 500, name);
  }

  /** The number in a story's uri or file name; its last run of seven digits. */
  public static int number(String uri) {
    int at = uri.lastIndexOf("story-") + "story-".length();
    return Integer.parseInt(uri, at, at + 7, 10);
  }

  /** The whole text of one file; revisions differ in their first paragraph. */
  public String text(int number, int revision) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    String headline = headline(number);
    StringBuilder out = new StringBuilder(3_500);
    out.append(headline).append("\n\n  • Our Bureau\n  • ");
    out.append(BYLINE_DATE.format(date(number))).append("\n  • ");
    out.append(random.nextInt(100, 9_999)).append('\n').append(headline).append('\n');
    caption(out, random);
    out.append('\n');
    sentence(out, random);
    out.append(MARK).append(number).append('-').append(revision).append(".\n\n");
    int length = 1_700 + random.nextInt(700);
    while (out.length() < length) {
      paragraph(out, random);
    }
    if (number > 10 && random.nextBoolean()) {
      alsoRead(out, number, random);
    }
    return out.toString();
  }

  /** The headline of a story, different for every number. */
  String headline(int number) {
    SplittableRandom random = new SplittableRandom(seed + 31L * number);
    StringBuilder line = new StringBuilder(90);
    line.append(vocabulary.name(random)).append(' ').append(vocabulary.name(random));
    for (int i = 4 + random.nextInt(5); i > 0; i--) {
      line.append(' ').append(Vocabulary.capital(vocabulary.term(random)));
    }
    return line.toString();
  }

  private static LocalDateTime date(int number) {
    return FIRST_DATE.plusMinutes(number * 7L);
  }

  private void caption(StringBuilder out, SplittableRandom random) {
    for (int i = 0; i < 4; i++) {
      out.append(i == 0 ? vocabulary.name(random) : vocabulary.term(random)).append(' ');
    }
    out.setCharAt(out.length() - 1, '\n');
  }

  private void paragraph(StringBuilder out, SplittableRandom random) {
    for (int sentences = 2 + random.nextInt(2); sentences > 0; sentences--) {
      sentence(out, random);
    }
    out.setLength(out.length() - 1);
    out.append("\n\n");
  }

  private void sentence(StringBuilder out, SplittableRandom random) {
    boolean quoted = random.nextInt(5) == 0;
    out.append(quoted ? "“" : "");
    int words = 10 + random.nextInt(14);
    for (int i = 0; i < words; i++) {
      String word = random.nextInt(12) == 0 ? vocabulary.name(random) : vocabulary.word(random);
      out.append(i == 0 ? Vocabulary.capital(word) : word).append(i < words - 1 ? " " : "");
    }
    out.append(quoted ? ",” " + vocabulary.name(random) + " said. " : ". ");
  }

  private void alsoRead(StringBuilder out, int number, SplittableRandom random) {
    out.append("Also Read\n");
    for (int i = 3 + random.nextInt(5); i > 0; i--) {
      int earlier = number - 1 - random.nextInt(Math.min(number, 5_000));
      String listed = headline(earlier);
      if (random.nextInt(3) == 0 && listed.length() > 45) {
        listed = listed.substring(0, listed.lastIndexOf(' ', 45)) + "...";
      }
      out.append('\n').append(listed).append("\n\n");
      out.append(LISTED_DATE.format(date(earlier))).append('\n');
    }
  }

  /**
   * Writes a backlog: the files of the numbers from 0 to {@code count - 1}.
   *
   * @param inbox where to
   * @param count how many
   * @param layout flat or in subfolders
   */
  public void write(Path inbox, int count, Layout layout) throws IOException {
    Files.createDirectories(inbox);
    for (int number = 0; number < count; number++) {
      Path file = inbox.resolve(path(number, layout));
      if (layout == Layout.FOLDERS && number % 500 == 0) {
        Files.createDirectories(file.getParent());
      }
      Files.write(file, text(number, 1).getBytes(StandardCharsets.UTF_8));
    }
  }
}
