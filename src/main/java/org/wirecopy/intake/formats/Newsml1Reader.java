package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.Source;
import org.wirecopy.intake.html.HtmlBlocks;

/** Reads NewsML 1.0 to 1.2 (IPTC): one article per {@code <NewsItem>} that holds text. */
public final class Newsml1Reader extends XmlReader {
  /** Roles of components that are no part of the text. */
  private static final Set<String> BESIDE =
      Set.of(
          "stylesheet",
          "logo",
          "photo",
          "caption",
          "thumbnail",
          "preview",
          "picture",
          "graphic",
          "contact",
          "headline");

  @Override
  public String format() {
    return "NewsML 1.2";
  }

  @Override
  boolean isRoot(XmlElement root) {
    return root.is("NewsML");
  }

  @Override
  void read(XmlElement root, Source source, Stories found) throws Unreadable {
    List<XmlElement> items = root.children("NewsItem");
    for (XmlElement item : items) {
      WireStory story =
          new WireStory(source, items.size() == 1 ? "" : "item on line " + item.line());
      item(item, story);
      if (story.hasBody() || story.recalls() || items.size() == 1) {
        story.date(root.textAt("NewsEnvelope", "DateAndTime"));
        found.add(story);
      }
    }
  }

  private static void item(XmlElement item, WireStory story) throws Unreadable {
    XmlElement identifier = item.at("Identification", "NewsIdentifier");
    if (identifier != null) {
      story.id(id(identifier));
    }
    XmlElement management = item.child("NewsManagement");
    if (management != null) {
      management(management, story);
    }
    for (XmlElement lines : item.all("NewsLines")) {
      lines(lines, story);
    }
    for (XmlElement administrative : item.all("AdministrativeMetadata")) {
      story.rights().supplier(party(administrative.child("Source")));
      story.rights().supplier(party(administrative.child("Provider")));
    }
    for (XmlElement descriptive : item.all("DescriptiveMetadata")) {
      descriptive(descriptive, story);
    }
    XmlElement rights = item.first("RightsMetadata");
    if (rights != null) {
      story.rights().copyrightHolder(rights.textAt("Copyright", "CopyrightHolder"));
      story.rights().usageTerms(rights.textAt("UsageRights", "UsageType"));
    }
    XmlElement component = item.child("NewsComponent");
    if (component != null) {
      component(component, story);
    }
  }

  /** The same over all revisions of an item. */
  private static @Nullable String id(XmlElement identifier) {
    String provider = identifier.textAt("ProviderId");
    String day = identifier.textAt("DateId");
    String item = identifier.textAt("NewsItemId");
    if (provider != null && day != null && item != null) {
      return "urn:newsml:" + provider + ":" + day + ":" + item;
    }
    String whole = identifier.textAt("PublicIdentifier");
    return whole == null ? null : whole.replaceFirst(":\\d{1,9}[NUA]?$", "");
  }

  private static void management(XmlElement management, WireStory story) throws Unreadable {
    String status = formal(management.child("Status"));
    boolean embargoed = status != null && status.equalsIgnoreCase("Embargoed");
    if (embargoed) {
      XmlElement change = management.child("StatusWillChange");
      String until = change == null ? null : change.textAt("DateAndTime");
      if (until == null) {
        throw story.fault(
            "EMBARGO_UNREADABLE",
            "The story is embargoed without an end.",
            "Status, line " + management.line(),
            "Send it again with StatusWillChange and a date, such as 20261123T180000+0100.");
      }
      story.embargo(until, "StatusWillChange");
    } else {
      story.status(management.child("Status") == null ? null : String.valueOf(status), "Status");
    }
    story.urgency(formal(management.child("Urgency")));
    for (XmlElement instruction : management.children("Instruction")) {
      String name = formal(instruction);
      instruction(String.valueOf(name).toLowerCase(Locale.ROOT), instruction, story);
    }
    story.date(management.textAt("ThisRevisionCreated"));
    story.date(management.textAt("FirstCreated"));
  }

  private static void instruction(String name, XmlElement instruction, WireStory story)
      throws Unreadable {
    if (name.contains("correct") || name.equals("rectify")) {
      story.notes().corrects(instruction.textAt("Comment"));
    } else if (name.matches("delete|kill|cancel.*|withdraw.*|withhold") && !story.recalls()) {
      throw story.fault(
          "STATUS_UNKNOWN",
          "The file asks to take the story back, but its status does not say so.",
          "Instruction, line " + instruction.line() + ": " + name,
          "Set the Status to Canceled or Withheld and drop the file again.");
    }
  }

  private static void lines(XmlElement lines, WireStory story) {
    story.headline(lines.textAt("HeadLine"));
    story.subhead(lines.textAt("SubHeadLine"));
    List<String> bylines = new ArrayList<>();
    for (XmlElement byline : lines.children("ByLine")) {
      String words = byline.words();
      if (words != null) {
        bylines.add(words);
      }
    }
    if (!bylines.isEmpty()) {
      story
          .article()
          .byline(bylines.size() == 1 ? Bylines.of(bylines.get(0)) : Bylines.ofAuthors(bylines));
    }
    String dateline = lines.textAt("DateLine");
    story.dateline(dateline);
    story.rights().credit(lines.textAt("CreditLine"));
    story.rights().copyrightNotice(lines.textAt("CopyrightLine"));
    String slug = lines.textAt("SlugLine");
    if (slug != null) {
      story.article().slug(slug);
    }
    for (XmlElement keyword : lines.children("KeywordLine")) {
      story.topics().subject(null, keyword.words(), null);
    }
  }

  private static void descriptive(XmlElement metadata, WireStory story) {
    story.language(formal(metadata.child("Language")));
    for (XmlElement genre : metadata.children("Genre")) {
      story.topics().genre(formal(genre));
    }
    for (XmlElement code : metadata.all("SubjectCode")) {
      for (XmlElement subject : code.elements()) {
        story.topics().subject("subj", formal(subject), null);
      }
    }
  }

  private static void component(XmlElement component, WireStory story) {
    String role = role(component);
    if (role.equals("subheadline")) {
      story.subhead(subhead(component));
      return;
    }
    if (BESIDE.stream().anyMatch(role::contains)) {
      picture(component, story);
      return;
    }
    for (XmlElement content : component.children("ContentItem")) {
      content(content, story);
    }
    for (XmlElement inner : component.children("NewsComponent")) {
      component(inner, story);
    }
  }

  private static @Nullable String subhead(XmlElement component) {
    XmlElement content = component.first("DataContent");
    return content == null ? null : XmlHtml.blocks(content).text().replace('\n', ' ');
  }

  private static void content(XmlElement item, WireStory story) {
    XmlElement media = item.child("MediaType");
    String type = String.valueOf(formal(media)).toLowerCase(Locale.ROOT);
    String mime = String.valueOf(formal(item.child("MimeType"))).toLowerCase(Locale.ROOT);
    XmlElement data = item.child("DataContent");
    if (data == null || mime.contains("css") || type.matches("photo|graphic|video|audio")) {
      return;
    }
    if (story.hasBody()) {
      return;
    }
    XmlElement nitf = data.child("nitf");
    XmlElement body = nitf == null ? data.first("body") : nitf.at("body", "body.content");
    if (nitf != null && body != null) {
      story.body(Nitf.blocks(body));
      body.all("media").forEach(one -> Nitf.media(one, story));
    } else if (!data.elements().isEmpty()) {
      HtmlBlocks blocks = XmlHtml.blocks(body == null ? data : body);
      story.body(blocks.blocks());
      blocks.pictures().forEach(story::picture);
      story.struck(blocks);
    } else if (mime.contains("html")) {
      story.body(HtmlBlocks.ofFragment(data.text(), "").blocks());
    } else if (mime.equals("null") || mime.startsWith("text/")) {
      story.body(Paragraphs.of(data.text()));
    }
  }

  private static void picture(XmlElement component, WireStory story) {
    String href = null;
    String caption = null;
    for (XmlElement item : component.all("ContentItem")) {
      String type = String.valueOf(formal(item.child("MediaType"))).toLowerCase(Locale.ROOT);
      String mime = String.valueOf(formal(item.child("MimeType"))).toLowerCase(Locale.ROOT);
      String link = WireText.webLink(item.attribute("Href"));
      if (href == null && (type.equals("photo") || mime.startsWith("image/"))) {
        href = link;
      }
      XmlElement data = item.child("DataContent");
      if (caption == null && data != null && mime.contains("text") && !mime.contains("css")) {
        caption = WireText.line(XmlHtml.blocks(data).text());
      }
    }
    if (href != null) {
      story.picture(new Picture(caption, null, null, href, null));
    }
  }

  private static String role(XmlElement component) {
    String role = formal(component.child("Role"));
    return role == null ? "" : role.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String party(@Nullable XmlElement holder) {
    return holder == null ? null : formal(holder.child("Party"));
  }

  private static @Nullable String formal(@Nullable XmlElement element) {
    return element == null ? null : element.value("FormalName");
  }
}
