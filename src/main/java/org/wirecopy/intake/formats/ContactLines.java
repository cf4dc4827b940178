package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wirecopy.article.Block;

/** The card that mail programs put below a text: how to reach its author, and that it is secret. */
final class ContactLines {
  private static final int LONGEST = 140;
  private static final int MOST_NAMES = 4;
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?iu)^(?:ph|phone|tel|telephone|telefon|tél|mob|mobile|mobil|cell|handy|fax|direct|office"
              + "|skype|twitter|whatsapp|signal|e-?mail|mail|web|www)\\b[^\\d@:]{0,16}[:.+ ].*[\\d@.].*");

  /** Whom the press may ask, and the short labels of numbers. */
  private static final Pattern PRESS =
      Pattern.compile(
          "(?iu)^(?:(?:(?:press|media|presse|medien)[ -]?)?(?:contacts?|kontakt|enquiries|anfragen)\\b[^:.]{0,30}:.*"
              + "|(?:press|media|presse|medien)[ -]?(?:contacts?|kontakt)"
              + "|for (?:more|further|additional|media) information,?(?: please)? contact\\s*:?"
              + "|[tmpf]\\s?[:.]\\s?[+(]?\\d[\\d ()/.-]{5,}.*)$",
          Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("^[+(]?\\d[\\d ()/.-]{6,24}\\d$");
  private static final Pattern ADDRESS =
      Pattern.compile("^<?[\\w.+-]{1,64}@[\\w-]{1,64}\\.[\\w.]{2,64}>?$");
  private static final Pattern SECRECY =
      Pattern.compile(
          "(?iu)^(?:this (?:e-?mail|message)\\b|the (?:information|contents?) (?:contained )?(?:in|of) this"
              + " (?:e-?mail|message)|if you (?:have )?receive[ds]? (?:this|an?) (?:e-?mail|message)"
              + "|diese (?:e-?mail|nachricht) (?:ist|enthält)|sent from my |get outlook for"
              + "|von meinem .{1,40} gesendet|please consider the environment).*",
          Pattern.DOTALL);

  /** The whole card in one paragraph, its lines run together. */
  private static final Pattern RUN_TOGETHER =
      Pattern.compile(
          "(?iu)^(?:[^\\s]+\\s){0,14}(?:ph|phone|tel|telephone|telefon|mob|mobile|mobil|cell|handy|[tmp](?=:))[.:]{0,2}"
              + " ?[+(]?\\d[\\d ()/.-]{5,24}\\d\\b.{0,120}");

  private static final int MOST_ABOUT = 5;
  private static final Pattern ABOUT =
      Pattern.compile("(?iu)(?:about|über|à propos de|acerca de|over) .{2,60}(?<![.!?])");

  private ContactLines() {}

  /** The text above the card; as it was where none ends it. */
  static List<Block> without(List<Block> blocks) {
    int end = blocks.size();
    int card = end;
    while (end > 0 && isCard(blocks.get(end - 1).text().strip())) {
      end--;
      card = end;
    }
    boolean reachable =
        blocks.subList(card, blocks.size()).stream()
            .anyMatch(block -> !SECRECY.matcher(block.text().strip()).matches());
    for (int names = 0; reachable && names < MOST_NAMES && end > 1; names++) {
      if (!isName(blocks.get(end - 1)) && !isPress(blocks.get(end - 1))) {
        break;
      }
      end--;
    }
    return blocks.subList(0, Math.max(Math.min(1, blocks.size()), Math.min(end, card)));
  }

  /** The text without a card that the press is given; readers may be given numbers, too. */
  static List<Block> withoutPress(List<Block> blocks) {
    int about = about(blocks);
    List<Block> text = withoutPress(blocks, about);
    return text.size() < blocks.size() || about == blocks.size()
        ? text
        : withoutPress(blocks, blocks.size());
  }

  /** Without a card that ends at one of the blocks. */
  private static List<Block> withoutPress(List<Block> blocks, int end) {
    List<Block> above = without(blocks.subList(0, end));
    if (blocks.subList(above.size(), end).stream().noneMatch(ContactLines::isPress)) {
      return blocks;
    }
    List<Block> text = new ArrayList<>(above);
    text.addAll(blocks.subList(end, blocks.size()));
    return text;
  }

  /** Where a release says at its end what the house is that it comes from; else its end. */
  private static int about(List<Block> blocks) {
    for (int i = blocks.size() - 1; i > 1 && i >= blocks.size() - MOST_ABOUT; i--) {
      if (ABOUT.matcher(blocks.get(i).text().strip()).matches()) {
        return i;
      }
    }
    return blocks.size();
  }

  private static boolean isPress(Block block) {
    return PRESS.matcher(block.text().strip()).matches();
  }

  private static boolean isCard(String text) {
    if (SECRECY.matcher(text).matches()) {
      return true;
    }
    return text.length() <= LONGEST
        && (LABELLED.matcher(text).matches()
            || PRESS.matcher(text).matches()
            || NUMBER.matcher(text).matches()
            || ADDRESS.matcher(text).matches()
            || RUN_TOGETHER.matcher(text).matches());
  }

  /** A name, a post or a house above the numbers: short, and no sentence. */
  private static boolean isName(Block block) {
    String text = block.text().strip();
    return block.kind() == Block.Kind.PARAGRAPH
        && text.length() <= 60
        && Character.isUpperCase(text.codePointAt(0))
        && text.chars().noneMatch(c -> c == '/' || Character.isDigit(c))
        && !text.matches("(?s).*[.!?:”\"]$");
  }
}
