package org.wirecopy.intake.formats;

import org.wirecopy.intake.Source;

/** Reads NITF 3.x (IPTC): one article per file. */
public final class NitfReader extends XmlReader {
  @Override
  public String format() {
    return "NITF";
  }

  @Override
  boolean isRoot(XmlElement root) {
    return root.is("nitf");
  }

  @Override
  void read(XmlElement root, Source source, Stories found) throws Unreadable {
    WireStory story = new WireStory(source, "");
    Nitf.read(root, story);
    found.add(story);
  }
}
