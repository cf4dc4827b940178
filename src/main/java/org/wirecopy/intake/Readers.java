package org.wirecopy.intake;

import java.util.ArrayList;
import java.util.List;
import org.wirecopy.intake.formats.AnpaReader;
import org.wirecopy.intake.formats.BundleReader;
import org.wirecopy.intake.formats.DocxReader;
import org.wirecopy.intake.formats.FeedReader;
import org.wirecopy.intake.formats.Iptc7901Reader;
import org.wirecopy.intake.formats.MailReader;
import org.wirecopy.intake.formats.Misfits;
import org.wirecopy.intake.formats.Newsml1Reader;
import org.wirecopy.intake.formats.NewsmlG2Reader;
import org.wirecopy.intake.formats.NinjsReader;
import org.wirecopy.intake.formats.NitfReader;
import org.wirecopy.intake.formats.OdtReader;
import org.wirecopy.intake.formats.RtfReader;
import org.wirecopy.intake.html.HtmlReader;
import org.wirecopy.intake.text.MarkdownReader;
import org.wirecopy.intake.text.PlainTextReader;

/** All readers, in the order in which they are asked; the first that recognises a file reads it. */
public final class Readers {
  private final List<Reader> readers;

  /** With the given readers only. */
  public Readers(List<Reader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** All formats, by content; plain text last, since it takes all that is text. */
  public static Readers standard() {
    List<Reader> single =
        List.of(
            new NinjsReader(),
            new NewsmlG2Reader(),
            new Newsml1Reader(),
            new NitfReader(),
            new FeedReader(),
            new Iptc7901Reader(),
            new AnpaReader(),
            new DocxReader(),
            new OdtReader(),
            new RtfReader(),
            new MailReader(),
            new HtmlReader(),
            new Misfits(),
            new MarkdownReader(),
            new PlainTextReader());
    List<Reader> all = new ArrayList<>(single);
    all.add(all.size() - 3, new BundleReader(new Readers(single)));
    return new Readers(all);
  }

  /** Reads a file with the first reader that recognises its content. */
  public Reading read(Source source) {
    if (source.bytes().length == 0) {
      return Reading.rejected(
          "EMPTY", "The file is empty.", "Save the article again and drop the file once more.");
    }
    for (Reader reader : readers) {
      if (reader.recognises(source)) {
        return reader.read(source);
      }
    }
    return Reading.rejected(
        "UNSUPPORTED_TYPE",
        "Wirecopy cannot tell what kind of file this is.",
        "Save the article as plain text, Markdown, HTML or DOCX and drop it again.");
  }
}
