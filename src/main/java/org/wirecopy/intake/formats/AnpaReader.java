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
 * Reads ANPA 1312, the text message of American agencies: in the text {@code ^} begins a line that
 * is set by itself, {@code <} ends it flush left and {@code =} in the middle; an indent begins a
 * paragraph.
 */
public final class AnpaReader extends TeleprinterReader {
  /** Service letter and number; then priority, category, keyword, day and words. */
  private static final Pattern HEADER =
      Pattern.compile(
          "([A-Za-z]{1,2})[\\w]{0,3}(\\d{2,5})\\W.*?[\\r\\n]+\\s*([a-z]) ([a-z])\\W+(\\S.*?)\\s{2,}\\d\\d-\\d\\d.*",
          Pattern.DOTALL);

  private static final Pattern END =
      Pattern.compile(
          "\\s*(\\p{L}{2,8})-\\S{0,6}?(\\d\\d)-(\\d\\d)-(\\d\\d) (\\d\\d)(\\d\\d)(\\p{L}{2,4})\\b.*",
          Pattern.DOTALL);
  private static final Pattern WORDS = Pattern.compile(",\\s?\\d{1,5}$");
  private static final Pattern NOTE =
      Pattern.compile("(?i)\\(?eds(?:itors)?\\b[:.].*", Pattern.DOTALL);
  private static final Pattern PHOTOS =
      Pattern.compile(
          "\\p{Lu}{2,4} (?:Photos?|Video|Graphics?|Audio)\\b.*|(?i:with (?:photos?|video|graphics?)\\b.*)");
  private static final Pattern START = Pattern.compile("^\\s*(?:\\^?\\*?\\d{1,6}<\\s*)?\\^");
  private static final Pattern HALF = Pattern.compile("(?<=\\d)\\{");
  private static final int LONGEST_HEADLINE = 140;

  /** From the most urgent: flash, bulletin, urgent, regular, deferred, and what may wait longer. */
  private static final String PRIORITIES = "fburd";

  @Override
  public String format() {
    return "ANPA 1312";
  }

  @Override
  public boolean recognises(Source source) {
    String header = Transmission.header(source.bytes());
    return header != null && HEADER.matcher(header).matches();
  }

  @Override
  void read(Transmission message, WireStory story) throws Unreadable {
    Matcher header = HEADER.matcher(message.header());
    if (header.matches()) {
      int priority = PRIORITIES.indexOf(header.group(3));
      story.urgency(String.valueOf(priority < 0 ? 6 : priority + 1));
      story.topics().subject("category", header.group(4), null);
      refuseOrders(header.group(5), story);
    }
    Matcher end = END.matcher(message.trailer());
    if (end.matches()) {
      story.rights().supplier(end.group(1));
      story.date(
          "20%s-%s-%s %s:%s %s"
              .formatted(
                  end.group(4),
                  end.group(2),
                  end.group(3),
                  end.group(5),
                  end.group(6),
                  end.group(7)));
    }
    new Layout(story).read(message.text());
  }

  /** Goes through the lines once: first the head, each line of which is set by itself. */
  private static final class Layout {
    private final WireStory story;
    private final List<Block> body = new ArrayList<>();
    private boolean slug;
    private boolean byline;
    private boolean text;
    private boolean corrects;

    Layout(WireStory story) {
      this.story = story;
    }

    void read(String message) throws Unreadable {
      for (String raw : message.split("\\R", -1)) {
        String line = HALF.matcher(raw).replaceAll("½").stripTrailing();
        boolean own = START.matcher(line).find();
        boolean flush = line.endsWith("<");
        boolean centred = line.endsWith("=");
        String words =
            CleanText.line(START.matcher(line).replaceFirst("").replaceFirst("[<=]$", ""))
                .replace("``", "“")
                .replace("''", "”")
                .replace(" _ ", " — ")
                .replaceFirst(" _$", " —");
        if (words.isEmpty() || words.matches("_+")) {
          continue;
        }
        if (!text && own && (flush || centred || story.headline() == null)) {
          head(words, flush);
        } else if (own && centred) {
          body.add(new Block(Block.Kind.SUBHEAD, Block.paragraph(words).spans()));
        } else {
          text = true;
          body.add(Block.paragraph(words));
        }
      }
      if (corrects) {
        story.notes().corrects(story.notes().firstNote());
      }
      dateline(body.stream().map(Block::text).toList(), story);
      story.body(body);
    }

    private void head(String words, boolean flush) throws Unreadable {
      if (!slug && flush) {
        slug = true;
        refuseOrders(words, story);
        corrects = isCorrection(words);
        story.article().slug(WORDS.matcher(words).replaceFirst(""));
      } else if (NOTE.matcher(words).matches()) {
        refuseOrders(words, story);
        String note =
            words.replaceFirst("(?i)^\\(?eds(?:itors)?[:.]\\s*", "").replaceFirst("\\)$", "");
        if (isCorrection(WireText.shortened(note).split("[ .:]", 2)[0])) {
          story.notes().corrects(note);
        } else {
          story.notes().note(note);
        }
      } else if (PHOTOS.matcher(words).matches()) {
        story.warn(
            "The message speaks of pictures that do not come with it: "
                + WireText.shortened(words));
      } else if (words.regionMatches(true, 0, "By ", 0, 3)) {
        story.article().byline(Bylines.of(words));
        byline = true;
      } else if (story.headline() == null && words.length() <= LONGEST_HEADLINE) {
        refuseOrders(words, story);
        story.headline(words);
      } else if (!byline && words.length() > LONGEST_HEADLINE) {
        story.summary(words);
      } else if (!byline && !flush) {
        body.add(new Block(Block.Kind.SUBHEAD, Block.paragraph(words).spans()));
      }
    }
  }
}
