package org.wirecopy.intake.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.html.HtmlBlocks;

/** The facts of one {@code <newsItem>}; see the IPTC's NewsML-G2 specification 2.3x. */
final class NewsmlG2Item {
  /** Roles of notes that readers of a partner have no use for, or must not see. */
  private static final List<String> PRIVATE_ROLES =
      List.of("contact", "closingline", "notepad", "picture", "genrenote", "embargo", "private");

  private final XmlElement item;

  NewsmlG2Item(XmlElement item) {
    this.item = item;
  }

  /** True if it says that it is text, or says nothing and holds some, or is recalled. */
  boolean isText() {
    String itemClass = code(item.at("itemMeta", "itemClass"));
    if (itemClass == null) {
      return item.first("inlineXML") != null || item.first("inlineData") != null;
    }
    return itemClass.endsWith("text") || itemClass.endsWith("composite");
  }

  /** The class it states, such as {@code picture}; null if it states none. */
  @Nullable String kind() {
    String itemClass = code(item.at("itemMeta", "itemClass"));
    return itemClass == null
        ? null
        : itemClass.substring(Math.max(itemClass.lastIndexOf(':'), itemClass.lastIndexOf('/')) + 1);
  }

  boolean isPicture() {
    String itemClass = code(item.at("itemMeta", "itemClass"));
    return itemClass != null && (itemClass.endsWith("picture") || itemClass.endsWith("graphic"));
  }

  Optional<Picture> picture() {
    String caption = description("caption");
    String credit = item.textAt("contentMeta", "creditline");
    String href = null;
    long best = -1;
    for (XmlElement content : item.all("remoteContent")) {
      String link = WireText.webLink(content.attribute("href"));
      String type = content.value("contenttype");
      long size = size(content);
      if (link != null && (type == null || type.startsWith("image/")) && size > best) {
        href = link;
        best = size;
      }
    }
    caption = caption == null ? item.textAt("contentMeta", "headline") : caption;
    return href == null && caption == null
        ? Optional.empty()
        : Optional.of(new Picture(caption, credit, null, href, null));
  }

  private static long size(XmlElement content) {
    String width = content.value("width");
    return width != null && width.matches("\\d{1,6}") ? Long.parseLong(width) : 0;
  }

  void read(WireStory story) throws Unreadable {
    story.id(item.value("guid"));
    XmlElement rights = item.child("rightsInfo");
    if (rights != null) {
      XmlElement holder = rights.child("copyrightHolder");
      story.rights().copyrightHolder(holder == null ? null : named(holder));
      story.rights().copyrightNotice(rights.textAt("copyrightNotice"));
      story.rights().usageTerms(rights.textAt("usageTerms"));
    }
    XmlElement content = item.child("contentMeta");
    if (content != null) {
      contentMeta(content, story);
    }
    XmlElement meta = item.child("itemMeta");
    if (meta != null) {
      itemMeta(meta, story);
    }
    story.language(item.attribute("xml:lang"));
    body(story);
  }

  private void itemMeta(XmlElement meta, WireStory story) throws Unreadable {
    XmlElement status = meta.child("pubStatus");
    story.status(status == null ? null : String.valueOf(code(status)), "pubStatus");
    XmlElement embargo = meta.child("embargoed");
    if (embargo != null) {
      String until = embargo.words();
      if (until == null) {
        throw story.fault(
            "EMBARGO_UNREADABLE",
            "The story is embargoed without an end.",
            "embargoed, line " + embargo.line(),
            "Send it again when the end of the embargo is known, or with embargoed: 2026-11-23T18:00+01:00.");
      }
      story.embargo(until, "embargoed, line " + embargo.line());
    }
    story.expires(meta.textAt("expires"));
    story.date(meta.textAt("versionCreated"));
    story.date(meta.textAt("firstCreated"));
    XmlElement provider = meta.child("provider");
    story.rights().supplier(provider == null ? null : named(provider));
    story.headline(meta.textAt("title"));
    notes(meta, story);
    for (XmlElement link : meta.children("link")) {
      String rel = link.value("rel");
      if (rel != null && rel.toLowerCase(Locale.ROOT).endsWith("seealso")) {
        linked(link, story);
      }
    }
  }

  /** A picture that goes with the story, or another story to read. */
  private static void linked(XmlElement link, WireStory story) {
    String kind = code(link.child("itemClass"));
    String type = link.value("contenttype");
    String href = WireText.webLink(link.attribute("href"));
    boolean picture =
        (kind != null && (kind.endsWith("picture") || kind.endsWith("graphic")))
            || (type != null && type.startsWith("image/"));
    if (!picture) {
      story.listed(link.textAt("title"), href);
    } else if (href != null) {
      story.picture(new Picture(link.textAt("title"), null, null, href, null));
    }
  }

  /** Public notes, and what a correction changed. */
  private static void notes(XmlElement meta, WireStory story) {
    String correction = null;
    for (XmlElement note : meta.children("edNote")) {
      String role = code(note, "role");
      if (note.attribute("pubconstraint") != null || note.attribute("pubconstrainturi") != null) {
        continue;
      }
      if (role.contains("correction")) {
        boolean shorter = role.contains("short");
        correction = correction == null || shorter ? note.words() : correction;
      } else if (PRIVATE_ROLES.stream().noneMatch(role::contains) && note.elements().isEmpty()) {
        story.notes().note(note.words());
      }
    }
    boolean corrects = false;
    for (XmlElement signal : meta.children("signal")) {
      String code = code(signal);
      corrects |= code != null && code.toLowerCase(Locale.ROOT).endsWith("correction");
    }
    if (corrects || correction != null) {
      story.notes().corrects(correction == null ? story.notes().firstNote() : correction);
    }
  }

  private void contentMeta(XmlElement meta, WireStory story) {
    XmlElement urgency = meta.child("urgency");
    story.urgency(urgency == null ? null : urgency.words());
    story.article().slug(meta.textAt("slugline"));
    headlines(meta, story);
    by(meta, story);
    story.dateline(text(meta.child("dateline")));
    story.rights().credit(meta.textAt("creditline"));
    story.digitalSourceType(code(meta.child("digitalSourceType")));
    story.date(meta.textAt("contentCreated"));
    for (XmlElement source : meta.children("infoSource")) {
      story.rights().supplier(named(source));
    }
    String summary = description("teaser");
    summary = summary == null ? description("summary") : summary;
    summary = summary == null ? description("") : summary;
    story.summary(summary);
    XmlElement language = meta.child("language");
    story.language(language == null ? null : language.attribute("tag"));
    for (XmlElement genre : meta.children("genre")) {
      story.topics().genre(named(genre));
    }
    for (XmlElement subject : meta.children("subject")) {
      String literal = subject.value("literal");
      String qcode = subject.value("qcode");
      story
          .topics()
          .qcode(
              qcode == null ? (subject.textAt("name") == null ? literal : null) : qcode,
              subject.textAt("name"));
    }
    for (XmlElement keyword : meta.children("keyword")) {
      story.topics().subject(null, keyword.words(), null);
    }
  }

  private static @Nullable String text(@Nullable XmlElement element) {
    return element == null ? null : element.text();
  }

  private static void headlines(XmlElement meta, WireStory story) {
    XmlElement best = null;
    for (XmlElement headline : meta.children("headline")) {
      String role = code(headline, "role");
      if (role.contains("sub") || role.contains("deck") || "2".equals(headline.value("rank"))) {
        story.subhead(headline.words());
      } else if (best == null || (role.endsWith("main") && !code(best, "role").endsWith("main"))) {
        best = headline;
      }
    }
    story.headline(best == null ? null : best.text());
  }

  private static void by(XmlElement meta, WireStory story) {
    String by = meta.textAt("by");
    if (by != null) {
      story.article().byline(Bylines.of(by));
      return;
    }
    List<String> names = new ArrayList<>();
    for (XmlElement creator : meta.children("creator")) {
      String name = named(creator);
      if (name != null && Bylines.isName(name)) {
        names.add(name);
      }
    }
    if (!names.isEmpty()) {
      story.article().byline(Bylines.ofAuthors(names));
    }
  }

  /** The description whose role ends so; with an empty role one that has none. */
  private @Nullable String description(String role) {
    XmlElement meta = item.child("contentMeta");
    if (meta == null) {
      return null;
    }
    for (XmlElement description : meta.children("description")) {
      String stated = code(description, "role");
      if (role.isEmpty() ? stated.isEmpty() : stated.endsWith(role)) {
        return description.words();
      }
    }
    return null;
  }

  private void body(WireStory story) throws Unreadable {
    for (XmlElement inline : item.all("inlineXML")) {
      XmlElement nitf = inline.first("nitf");
      if (nitf != null) {
        Nitf.read(nitf, story);
        return;
      }
      XmlElement html = inline.child("html");
      XmlElement body = html == null ? inline.child("body") : html.child("body");
      boolean bare = inline.child("p") != null || inline.child("div") != null;
      XmlElement text = body != null ? body : html != null ? html : bare ? inline : null;
      if (text != null) {
        HtmlBlocks blocks = XmlHtml.blocks(text, NewsmlG2Item::tag);
        story.body(withoutSummary(blocks.blocks(), story.summary()));
        blocks.pictures().forEach(story::picture);
        story.struck(blocks);
        return;
      }
    }
    for (XmlElement data : item.all("inlineData")) {
      story.body(plain(data));
    }
  }

  /** The page's own header repeats what the metadata state. */
  private static @Nullable String tag(XmlElement element) {
    String name = element.name().toLowerCase(Locale.ROOT);
    return name.equals("header") || name.equals("head") ? null : name;
  }

  /** The teaser that the metadata state, said again at the top, is no part of the body. */
  static List<Block> withoutSummary(List<Block> blocks, @Nullable String summary) {
    return blocks.size() > 1 && summary != null && blocks.get(0).text().equals(summary)
        ? blocks.subList(1, blocks.size())
        : blocks;
  }

  private static List<Block> plain(XmlElement data) {
    String type = data.value("contenttype");
    if (type != null && !type.startsWith("text/")) {
      return List.of();
    }
    String text = data.text();
    if (data.attribute("encoding") != null) {
      try {
        text = new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return List.of();
      }
    }
    // some agencies put markup into what they call plain text
    return "text/html".equals(type) || text.contains("</p>")
        ? HtmlBlocks.ofFragment(text, "").blocks()
        : Paragraphs.of(text);
  }

  private static @Nullable String named(XmlElement party) {
    String name = party.textAt("name");
    if (name == null) {
      name = party.value("literal");
    }
    if (name == null) {
      name = party.value("qcode");
      name = name == null ? null : name.substring(name.indexOf(':') + 1);
    }
    return name;
  }

  private static @Nullable String code(@Nullable XmlElement element) {
    if (element == null) {
      return null;
    }
    String code = element.value("qcode");
    return code == null ? element.value("uri") : code;
  }

  private static String code(XmlElement element, String attribute) {
    String code = element.value(attribute);
    return code == null ? "" : code.toLowerCase(Locale.ROOT);
  }
}
