package org.wirecopy.intake.formats;

import org.wirecopy.intake.DoubleEncoded;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/** What the readers of XML formats share: chosen by the root element, read from the whole tree. */
abstract class XmlReader implements Reader {

  /** True if a document with this root is of the reader's format. */
  abstract boolean isRoot(XmlElement root);

  /** Adds every story of the document. */
  abstract void read(XmlElement root, Source source, Stories found) throws Unreadable;

  @Override
  public final boolean recognises(Source source) {
    XmlElement root = SafeXml.root(source.bytes());
    return root != null && isRoot(root);
  }

  @Override
  public final Reading read(Source source) {
    try {
      Stories found = new Stories();
      byte[] mended = DoubleEncoded.mended(source.bytes());
      read(SafeXml.parse(mended == null ? source.bytes() : mended), source, found);
      if (mended != null) {
        found.warn(DoubleEncoded.WARNING);
      }
      return found.reading(format());
    } catch (Unreadable e) {
      return e.reading();
    }
  }
}
