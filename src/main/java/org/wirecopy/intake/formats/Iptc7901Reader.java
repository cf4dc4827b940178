package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirecopy.article.Block;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Source;

/**
 * Reads IPTC 7901, the text message of European agencies: a header line, a keyword, a headline that
 * ends with {@code =}, the text, and the agency's notebook. Of the notebook, notes to editors and
 * links go along; what follows {@code * * * *} is not for publication and stays in the house.
 */
public final class Iptc7901Reader extends TeleprinterReader {
  /** Service and number, priority, category, words, and at the end the agency and its number. */
  private static final Pattern HEADER =
      Pattern.compile(
          "([a-z]{1,4})(\\d{1,5}) (\\d) {1,3}([a-z]{1,4}) (\\d{1,5})\\b(.*)", Pattern.DOTALL);

  private static final Pattern AGENCY = Pattern.compile("([\\p{L}/]{2,8}) +\\d{1,5}\\s*");
  private static final Pattern END =
      Pattern.compile(
          "\\s*(\\d\\d)(\\d\\d)(\\d\\d) (\\p{L}{1,5}) (\\p{L}{3,4}) (\\d\\d)\\b.*", Pattern.DOTALL);
  private static final Pattern KICKER =
      Pattern.compile(
          "(?iu)\\(?(?:\\d\\w{1,2}"
              + " lead|lead|extra|refile|urgent|eilt?|achtung|roundup|preview|feature|analysis|advisory|note|correct\\p{L}*|korrektur|berichtigung|kill|withdrawal|elimination|sperre|zusammenfassung|vorschau|hintergrund)\\b.{0,30}");
  private static final Pattern SIGN_OFF = Pattern.compile("[a-z]{2,5}(?: [a-z/]{2,5}){1,8}");
  private static final Pattern PRIVATE =
      Pattern.compile(
          "(?iu)\\*[ *]{2,}|.{0,60}\\bnot (?:intended )?for publication\\b.*|.{0,60}nicht"
              + " (?:zur|für die) (?:veröffentlichung|publikation)\\b.*");
  private static final Pattern LINKS = Pattern.compile("(?iu).*\\b(?:links?|internet|web)\\b.*");
  private static final Pattern NOTES =
      Pattern.compile("(?iu).*(?:editors|redaktion|corr|korr|bericht).*");

  /** No bracket within, or each of a row of them would be looked at to the end of the row. */
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]{1,300})\\]\\(([^)\\s\\[]{1,2000})\\)");

  @Override
  public String format() {
    return "IPTC 7901";
  }

  @Override
  public boolean recognises(Source source) {
    String header = Transmission.header(source.bytes());
    return header != null
        && !Transmission.isSynchronised(source.bytes())
        && HEADER.matcher(header).matches();
  }

  @Override
  void read(Transmission message, WireStory story) throws Unreadable {
    header(message.header(), story);
    Matcher end = END.matcher(message.trailer());
    if (end.matches()) {
      story.date(
          "%s %s 20%s %s:%s %s"
              .formatted(
                  end.group(1),
                  end.group(5),
                  end.group(6),
                  end.group(2),
                  end.group(3),
                  end.group(4)));
    }
    List<String> lines = message.text().lines().map(String::stripTrailing).toList();
    int body = head(lines, story);
    List<String> text = new ArrayList<>();
    int at = body;
    while (at < lines.size() && !isNotebook(lines.get(at))) {
      text.add(lines.get(at));
      at++;
    }
    while (!text.isEmpty()
        && (text.get(text.size() - 1).isBlank() || isSignOff(text.get(text.size() - 1)))) {
      text.remove(text.size() - 1);
    }
    List<Block> blocks = Paragraphs.of(String.join("\n", text));
    dateline(blocks.stream().map(Block::text).toList(), story);
    story.body(blocks);
    notebook(lines.subList(at, lines.size()), story);
    boolean corrects =
        lines.subList(0, body).stream()
            .anyMatch(line -> KICKER.matcher(line).matches() && isCorrection(line));
    if (corrects && story.notes().correction() == null) {
      story.notes().corrects(story.notes().firstNote());
    }
  }

  private static void header(String raw, WireStory story) throws Unreadable {
    String[] lines = raw.strip().split("\\R\\s*", -1);
    Matcher header = HEADER.matcher(lines[0]);
    if (header.matches()) {
      story.urgency(header.group(3));
      story.topics().subject("category", header.group(4), null);
      Matcher agency = AGENCY.matcher(header.group(6));
      while (agency.find()) {
        if (agency.hitEnd()) {
          story.rights().supplier(agency.group(1));
        }
      }
    }
    String keyword = WireText.line(lines[lines.length - 1]);
    if (lines.length > 1 && keyword != null) {
      refuseOrders(keyword, story);
      story.article().slug(keyword.replaceFirst("/+$", ""));
    }
  }

  /**
   * Kickers, headline and byline, up to the line that ends with {@code =}; where the text begins.
   */
  private static int head(List<String> lines, WireStory story) throws Unreadable {
    int end = 0;
    while (end < lines.size() && end < 12 && !lines.get(end).endsWith("=")) {
      end++;
    }
    boolean marked = end < lines.size() && lines.get(end).endsWith("=");
    if (!marked) {
      end = 0;
    }
    List<String> headline = new ArrayList<>();
    for (String raw : lines.subList(0, Math.min(lines.size(), end + 1))) {
      String line = CleanText.line(raw.replaceFirst("=$", ""));
      if (line.isEmpty()) {
        continue;
      }
      if (marked) {
        refuseOrders(line, story);
      }
      if (headline.isEmpty() && marked && KICKER.matcher(line).matches()) {
        kicker(line, story);
      } else if (!headline.isEmpty() && line.matches("(?iu)(?:by|von) \\S.{1,100}")) {
        story.article().byline(Bylines.of(line));
      } else {
        headline.add(line);
      }
    }
    story.headline(String.join(" ", headline));
    return Math.min(lines.size(), end + 1);
  }

  private static void kicker(String line, WireStory story) {
    if (!isCorrection(line)) {
      story.topics().genre(line.replaceAll("[()]", ""));
    }
  }

  private static boolean isSignOff(String line) {
    return SIGN_OFF.matcher(line.strip()).matches();
  }

  private static boolean isNotebook(String line) {
    return line.matches("#{1,3} ?\\S.*") || PRIVATE.matcher(line.strip()).matches();
  }

  private enum Section {
    LINKS,
    NOTES,
    CORRECTION,
    OTHER
  }

  private static Section section(String heading) {
    if (LINKS.matcher(heading).matches()) {
      return Section.LINKS;
    }
    if (!NOTES.matcher(heading).matches()) {
      return Section.OTHER;
    }
    return isCorrection(heading) ? Section.CORRECTION : Section.NOTES;
  }

  /** Notes to editors and links; all below the line of asterisks stays in the house. */
  private static void notebook(List<String> lines, WireStory story) {
    Section section = Section.OTHER;
    int corrected = 0;
    StringBuilder note = new StringBuilder();
    for (String raw : lines) {
      String line = raw.strip();
      if (PRIVATE.matcher(line).matches()) {
        story.warn("Notes that are not for publication stay in the house.");
        break;
      }
      if (line.startsWith("#")) {
        section = section(line);
      } else if (section == Section.LINKS) {
        Matcher link = LINK.matcher(line);
        while (link.find()) {
          story.listed(link.group(1), link.group(2));
        }
      } else if (!line.isEmpty() && section != Section.OTHER) {
        note.append(line.replaceFirst("^[-–] ", "")).append(' ');
        boolean first = section == Section.CORRECTION && corrected == 0;
        corrected = first ? note.length() : corrected;
      }
    }
    if (corrected > 0) {
      story.notes().corrects(note.substring(0, corrected));
    }
    story.notes().note(note.toString());
  }
}
