package org.wirecopy.intake.formats;

import java.util.Map;
import java.util.Set;

/** Control words of RTF 1.9.1 that say what stands in the text and what does not. */
final class RtfWords {
  /** Groups whose text is not part of the document. */
  static final Set<String> LEFT_OUT =
      Set.of(
          "colortbl",
          "info",
          "object",
          "footnote",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "annotation",
          "atnid",
          "atnauthor",
          "listtable",
          "listoverridetable",
          "revtbl",
          "rsidtbl",
          "generator",
          "themedata",
          "colorschememapping",
          "latentstyles",
          "datastore",
          "xmlnstbl",
          "filetbl",
          "bkmkstart",
          "bkmkend",
          "nonshppict",
          "tc",
          "xe",
          "txe",
          "rxe",
          "template",
          "docvar",
          "userprops",
          "mmathPr",
          "falt",
          "panose",
          "listtext",
          "pntext");

  /** Words that set a paragraph; within what is left out they set none. */
  static final Set<String> OF_PARAGRAPHS =
      Set.of("pard", "s", "outlinelevel", "ls", "pnlvlblt", "pnlvlbody");

  /** Groups marked as optional that hold text all the same. */
  static final Set<String> KEPT = Set.of("shptxt", "shppict", "fldinst", "pn");

  static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("emdash", "—"),
          Map.entry("endash", "–"),
          Map.entry("lquote", "‘"),
          Map.entry("rquote", "’"),
          Map.entry("ldblquote", "“"),
          Map.entry("rdblquote", "”"),
          Map.entry("bullet", "•"),
          Map.entry("tab", " "),
          Map.entry("line", " "),
          Map.entry("emspace", " "),
          Map.entry("enspace", " "),
          Map.entry("qmspace", " "),
          Map.entry("zwj", "\u200d"),
          Map.entry("zwnj", "\u200c"));

  private RtfWords() {}
}
