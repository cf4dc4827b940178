package org.wirecopy.intake.formats;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Dateline.Precision;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.Dates.Stated;

/**
 * The facts of an {@code <nitf>} element, of a file of its own or within NewsML. See the IPTC's
 * NITF 3.6 documentation.
 */
final class Nitf {
  /** Elements whose text is no part of the story, or stands elsewhere in the article. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "media",
          "script",
          "style",
          "note",
          "object",
          "classifier",
          "fixture",
          "copyrite",
          "body.end",
          "nitf-table-metadata",
          "custom-table");

  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("hl1", "h2"),
          Map.entry("hl2", "h2"),
          Map.entry("bq", "blockquote"),
          Map.entry("block", "div"),
          Map.entry("body.content", "div"),
          Map.entry("credit", "p"),
          Map.entry("datasource", "p"),
          Map.entry("byline", "p"),
          Map.entry("dateline", "p"),
          Map.entry("abstract", "div"),
          Map.entry("pre", "p"));

  private static final Set<String> SAME =
      Set.of(
          "p",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "tbody",
          "thead",
          "tr",
          "td",
          "th",
          "hr",
          "br",
          "a",
          "em",
          "q",
          "sub",
          "sup",
          "strong",
          "b",
          "i",
          "h1",
          "h2",
          "h3",
          "h4",
          "div",
          "blockquote",
          "caption",
          "figure",
          "figcaption");

  private Nitf() {}

  static void read(XmlElement nitf, WireStory story) throws Unreadable {
    XmlElement head = nitf.at("head");
    XmlElement docdata = nitf.at("head", "docdata");
    if (docdata != null) {
      docdata(docdata, story);
    }
    body(nitf, story);
    if (head != null) {
      story.headline(head.textAt("title"));
      head(head, story);
    }
    story.language(nitf.attribute("baselang"));
    story.language(nitf.attribute("xml:lang"));
  }

  private static void docdata(XmlElement docdata, WireStory story) throws Unreadable {
    String status = docdata.value("management-status");
    boolean embargoed = "embargoed".equalsIgnoreCase(status);
    story.status(embargoed ? null : status, "docdata management-status");
    XmlElement id = docdata.child("doc-id");
    if (id != null) {
      story.id(id.value("id-string"));
    }
    XmlElement urgency = docdata.child("urgency");
    if (urgency != null) {
      story.urgency(urgency.attribute("ed-urg"));
    }
    norm(docdata, "date.issue", story);
    norm(docdata, "story.date", story);
    release(docdata, embargoed, story);
    XmlElement expire = docdata.child("date.expire");
    if (expire != null) {
      story.expires(expire.attribute("norm"));
    }
    XmlElement copyright = docdata.child("doc.copyright");
    if (copyright != null) {
      story.rights().copyrightHolder(copyright.value("holder"));
    }
    XmlElement rights = docdata.child("doc.rights");
    if (rights != null) {
      story.rights().copyrightHolder(rights.value("owner"));
    }
    XmlElement key = docdata.child("du-key");
    if (key != null) {
      story.article().slug(key.value("key"));
    }
    for (XmlElement keyword : docdata.all("keyword")) {
      story.topics().subject(null, keyword.attribute("key"), null);
    }
    XmlElement from = docdata.first("from-src");
    if (from != null) {
      story.rights().supplier(from.value("src-name"));
    }
    if (id != null) {
      story.rights().supplier(id.value("regsrc"));
    }
    messages(docdata, story);
  }

  private static void norm(XmlElement docdata, String name, WireStory story) {
    XmlElement date = docdata.child(name);
    if (date != null) {
      story.date(date.attribute("norm"));
    }
  }

  /**
   * The end of an embargo. Where the status does not speak of one, a release after the issue is an
   * embargo, and one at or before it says nothing.
   */
  private static void release(XmlElement docdata, boolean embargoed, WireStory story)
      throws Unreadable {
    XmlElement release = docdata.child("date.release");
    String norm = release == null ? null : release.value("norm");
    if (embargoed && norm == null) {
      throw story.fault(
          "EMBARGO_UNREADABLE",
          "The story is embargoed without an end.",
          "docdata, line " + docdata.line(),
          "Send it again with date.release, such as 20261123T180000+0100.");
    }
    if (embargoed) {
      story.embargo(norm, "date.release");
    }
    if (embargoed || norm == null) {
      return;
    }
    XmlElement issue = docdata.child("date.issue");
    if (issue != null && norm.equals(issue.value("norm"))) {
      return;
    }
    Stated stated = WireDates.parse(norm, ZoneOffset.UTC);
    OffsetDateTime issued = story.date();
    boolean past =
        stated != null
            && issued != null
            && stated.precision() != Precision.LOCAL_TIME
            && !stated.date().isAfter(issued);
    if (!past) {
      story.embargo(norm, "date.release");
    }
  }

  /** The standard calls a message to editors non-publishable, so its words stay in the house. */
  private static void messages(XmlElement docdata, WireStory story) {
    boolean corrects = false;
    for (XmlElement message : docdata.children("ed-msg")) {
      String type = message.value("msg-type");
      corrects |= type != null && type.toLowerCase(Locale.ROOT).contains("correct");
      if (message.value("info") != null) {
        story.warn("A message to editors (ed-msg) stays in the house.");
      }
    }
    XmlElement correction = docdata.child("correction");
    if (corrects || correction != null) {
      story.notes().corrects(correction == null ? null : correction.value("info"));
    }
  }

  private static void head(XmlElement head, WireStory story) {
    for (XmlElement subject : head.all("tobject.subject")) {
      String name = subject.value("tobject.subject.detail");
      name = name == null ? subject.value("tobject.subject.matter") : name;
      name = name == null ? subject.value("tobject.subject.type") : name;
      story.topics().subject("subj", subject.attribute("tobject.subject.refnum"), name);
    }
    for (XmlElement property : head.all("tobject.property")) {
      story.topics().genre(property.value("tobject.property.type"));
    }
    for (XmlElement meta : head.children("meta")) {
      String name = meta.attribute("name");
      if (name != null && (name.endsWith("-source") || name.equals("source"))) {
        story.rights().supplier(meta.value("content"));
      }
    }
  }

  private static void body(XmlElement nitf, WireStory story) {
    XmlElement head = nitf.at("body", "body.head");
    if (head != null) {
      bodyHead(head, story);
    }
    XmlElement body = nitf.at("body", "body.content");
    body = body == null ? nitf.child("body") : body;
    if (body == null) {
      return;
    }
    List<Block> blocks = new ArrayList<>(blocks(body));
    story.body(blocks);
    for (XmlElement media : body.all("media")) {
      media(media, story);
    }
  }

  private static void bodyHead(XmlElement head, WireStory story) {
    story.headline(head.textAt("hedline", "hl1"));
    story.subhead(head.textAt("hedline", "hl2"));
    List<XmlElement> bylines = head.children("byline");
    if (!bylines.isEmpty()) {
      story
          .article()
          .byline(
              bylines.size() == 1
                  ? Bylines.of(printed(bylines.get(0)))
                  : Bylines.ofAuthors(bylines.stream().map(Nitf::printed).toList()));
    }
    XmlElement dateline = head.child("dateline");
    if (dateline != null) {
      XmlElement city = dateline.first("city");
      XmlElement location = dateline.first("location");
      story.place(city != null ? city.words() : null);
      story.place(location != null ? location.words() : null);
      story.dateline(dateline.text());
      XmlElement date = dateline.first("story.date");
      if (date != null) {
        story.date(date.attribute("norm"));
      }
    }
    story.rights().credit(head.textAt("distributor"));
    story.summary(head.textAt("abstract"));
    story.rights().copyrightHolder(head.textAt("rights", "rights.owner"));
    for (XmlElement note : head.children("note")) {
      if ("npa".equals(note.value("type"))) {
        story.warn("A note marked as not to be published stays in the house.");
      } else {
        story.notes().note(note.words());
      }
    }
  }

  /** A byline without the job titles that stand on lines of their own within it. */
  private static String printed(XmlElement byline) {
    StringBuilder text = new StringBuilder();
    for (Object part : byline.content()) {
      if (part instanceof XmlElement element) {
        if (!element.is("byttl", "virtloc")) {
          text.append(element.text()).append(' ');
        }
      } else {
        text.append(part);
      }
    }
    return text.toString();
  }

  static List<Block> blocks(XmlElement body) {
    return XmlHtml.blocks(body, Nitf::tag).blocks();
  }

  private static @Nullable String tag(XmlElement element) {
    String name = element.name();
    if (LEFT_OUT.contains(name) || name.equals("body.head")) {
      return null;
    }
    String tag = TAGS.get(name);
    if (tag != null) {
      return tag;
    }
    return SAME.contains(name) ? name : "span";
  }

  /** Pictures only; the other media of NITF are no part of a text. */
  static void media(XmlElement media, WireStory story) {
    String type = media.value("media-type");
    if (type != null && !type.toLowerCase(Locale.ROOT).matches("image|photo|picture|graphic")) {
      return;
    }
    XmlElement reference = media.child("media-reference");
    String href = reference == null ? null : WireText.webLink(reference.attribute("source"));
    String alt = reference == null ? null : reference.value("alternate-text");
    String caption = media.textAt("media-caption");
    String credit = media.textAt("media-producer");
    if (href != null || caption != null) {
      story.picture(new Picture(caption, credit, alt, href, null));
    }
  }
}
