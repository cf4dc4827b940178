package org.wirecopy.intake.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.html.HtmlBlocks;

/** HTML within Markdown: its words count, its scripts and styles do not. */
final class EmbeddedHtml {
  private static final Pattern TAG = Pattern.compile("<(/?)(script|style)\\b");

  private static final Pattern STRIKE =
      Pattern.compile("</?(?:del|s|strike)(?:\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

  private @Nullable String open;

  /** The blocks and pictures of a block of HTML. */
  static HtmlBlocks blocks(String html) {
    return HtmlBlocks.ofFragment(html, "");
  }

  /** True if a block of HTML begins a script or style and does not end it. */
  static boolean isUnclosed(String html) {
    EmbeddedHtml tags = new EmbeddedHtml();
    tags.tags(html);
    return tags.isOpen();
  }

  /** True for a tag that begins or ends struck-out text. */
  static boolean isStrike(String tag) {
    return STRIKE.matcher(tag).matches();
  }

  /** Takes note of tags; what follows an opening script or style is none of the text. */
  void tags(String html) {
    Matcher tag = TAG.matcher(html.toLowerCase(Locale.ROOT));
    while (tag.find()) {
      boolean closing = !tag.group(1).isEmpty();
      if (open == null && !closing) {
        open = tag.group(2);
      } else if (closing && tag.group(2).equals(open)) {
        open = null;
      }
    }
  }

  /** True within a script or style. */
  boolean isOpen() {
    return open != null;
  }
}
