package org.wirecopy.intake.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.html.HtmlBlocks;

/** The facts of one news item in JSON, by the names of ninjs 1 to 3 and its relatives. */
final class NinjsItem {
  private static final Set<String> OTHER_MEDIA =
      Set.of("picture", "image", "graphic", "audio", "video", "animation", "event", "planning");

  private final JsonItem item;

  NinjsItem(JsonItem item) {
    this.item = item;
  }

  void read(WireStory story) throws Unreadable {
    story.id(item.text("uri", "guid", "urn"));
    story.status(item.text("pubstatus"), item.where("pubstatus"));
    mustBeText(story);
    story.headline(item.text("headline"));
    headlines(story);
    story.headline(item.lenient("headlinemain"));
    story.headline(item.text("title"));
    by(story);
    story.summary(plain(item.text("descriptiontext", "teaser", "descriptionhtml")));
    descriptions(story);
    for (String name : List.of("contentcreated", "versioncreated", "firstcreated")) {
      story.date(item.text(name));
    }
    for (String name : List.of("embargoeduntil", "embargoed", "embargo")) {
      story.embargo(item.text(name), item.where(name));
    }
    story.expires(item.text("expires"));
    story.urgency(item.scalar("urgency"));
    story.language(item.text("language"));
    story.article().slug(WireText.line(item.lenient("slugline")));
    story.dateline(item.lenient("dateline"));
    story.place(item.text("located"));
    rights(story);
    sourceType(story);
    notes(story);
    body(story);
    if ("text".equalsIgnoreCase(item.text("type"))) {
      story.summaryAsBody();
    }
    subjects(story);
    associations(story);
  }

  private void mustBeText(WireStory story) throws Unreadable {
    String type = item.text("type");
    boolean other = type != null && OTHER_MEDIA.contains(type.toLowerCase(Locale.ROOT));
    if (other && !story.recalls() && !hasBody()) {
      throw story.fault(
          "NO_ARTICLE",
          "The file holds no article but an item of the type " + type + ".",
          item.where("type"),
          "Drop the article that the item belongs to.");
    }
  }

  private boolean hasBody() {
    return item.has("bodyhtml")
        || item.has("bodytext")
        || item.has("bodyxhtml")
        || item.has("bodymain")
        || item.has("bodies")
        || item.has("articlehtml");
  }

  private void headlines(WireStory story) {
    List<JsonItem> headlines = item.items("headlines");
    for (JsonItem headline : headlines) {
      String role = role(headline);
      if (role.isEmpty() || role.equals("main") || role.equals("headline")) {
        story.headline(headline.lenient("value"));
      } else if (role.startsWith("sub") || role.equals("deck")) {
        story.subhead(headline.lenient("value"));
      }
    }
    if (story.headline() == null && !headlines.isEmpty()) {
      story.headline(headlines.get(0).lenient("value"));
    }
    story.subhead(item.lenient("subhead", "subheadline"));
  }

  private void by(WireStory story) throws Unreadable {
    String by = item.text("byline", "by");
    if (by != null) {
      story.article().byline(Bylines.of(plainText(by)));
      return;
    }
    List<String> names = new ArrayList<>();
    for (JsonItem author : item.items("authors", "people")) {
      String role =
          role(author) + "/" + String.valueOf(author.lenient("rel")).toLowerCase(Locale.ROOT);
      boolean wrote = role.matches(".*(author|writer|byline|creator).*") || author.has("user");
      String name = author.lenient("name");
      if (name != null && wrote) {
        names.add(name);
      }
    }
    if (!names.isEmpty()) {
      story.article().byline(Bylines.ofAuthors(names));
    }
  }

  private void descriptions(WireStory story) {
    for (JsonItem description : item.items("descriptions")) {
      if (!role(description).endsWith("caption")) {
        story.summary(plain(description.lenient("value", "description")));
      }
    }
  }

  private void rights(WireStory story) throws Unreadable {
    story.rights().supplier(item.lenient("source", "provider"));
    for (JsonItem source : item.items("infosource", "infosources")) {
      story.rights().supplier(source.lenient("name", "literal"));
    }
    story.rights().credit(item.lenient("creditline", "credit"));
    story.rights().copyrightHolder(item.text("copyrightholder"));
    story.rights().copyrightNotice(plain(item.text("copyrightnotice")));
    story.rights().usageTerms(plain(String.join(" ", item.texts("usageterms"))));
  }

  /** A code in ninjs 1, an object with its address since ninjs 2. */
  private void sourceType(WireStory story) {
    story.digitalSourceType(item.lenient("digitalsourcetype"));
    JsonItem type = item.object("digitalsourcetype");
    if (type != null) {
      story.digitalSourceType(type.lenient("uri", "literal"));
    }
  }

  /** Public notes; notes without a mark that they may be published stay when others have one. */
  private void notes(WireStory story) {
    String correction = item.lenient("correction", "correctionnote");
    story.notes().note(plain(item.lenient("ednote")));
    for (JsonItem note : item.items("ednotes")) {
      String role = role(note);
      boolean open = !note.isFalse("ispublishable") && !note.has("pubconstraint");
      if (open && role.contains("correction")) {
        boolean shorter = role.contains("short");
        correction = correction == null || shorter ? note.lenient("ednote", "value") : correction;
      } else if (open
          && (role.isEmpty() || role.contains("editorialnote") || role.equals("public"))) {
        story.notes().note(plain(note.lenient("ednote", "value")));
      }
    }
    List<String> signals = new ArrayList<>(item.texts("signal"));
    signals.addAll(item.texts("signals"));
    for (JsonItem signal : item.items("signal", "signals")) {
      signals.add(String.valueOf(signal.lenient("code", "qcode", "name")));
    }
    boolean corrects =
        signals.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).endsWith("correction"));
    if (corrects) {
      story.notes().corrects(correction == null ? story.notes().firstNote() : plain(correction));
    } else {
      story.notes().correction(plain(correction));
    }
  }

  private void body(WireStory story) throws Unreadable {
    String html = item.text("bodyhtml", "articlehtml", "bodyxhtml");
    String text = item.text("bodytext", "bodymain");
    for (JsonItem body : item.items("bodies")) {
      String type = String.valueOf(body.lenient("contenttype")).toLowerCase(Locale.ROOT);
      String value = body.lenient("value");
      String role = role(body);
      if (value == null) {
        continue;
      }
      if (type.contains("nitf") || value.stripLeading().startsWith("<?xml")) {
        if (html == null && text == null) {
          nitf(value, story);
        }
      } else if (type.contains("html") || role.contains("html")) {
        html = html == null || role.equals("main") ? value : html;
      } else {
        text = text == null || role.equals("main") ? value : text;
      }
    }
    if (html != null) {
      HtmlBlocks blocks = HtmlBlocks.ofFragment(html, "");
      story.body(NewsmlG2Item.withoutSummary(blocks.blocks(), story.summary()));
      blocks.pictures().forEach(story::picture);
      story.struck(blocks);
    }
    if (!story.hasBody() && text != null) {
      story.body(
          text.contains("</p>") ? HtmlBlocks.ofFragment(text, "").blocks() : Paragraphs.of(text));
    }
    String footer = item.lenient("bodyfooter");
    if (footer != null && story.hasBody()) {
      List<Block> blocks = HtmlBlocks.ofFragment(footer, "").blocks();
      story.body(blocks);
    }
  }

  private static void nitf(String value, WireStory story) throws Unreadable {
    XmlElement root = SafeXml.parse(value.strip().getBytes(StandardCharsets.UTF_8));
    XmlElement body = root.is("nitf") ? root.at("body", "body.content") : root;
    if (body != null) {
      story.body(Nitf.blocks(body));
    }
  }

  private void subjects(WireStory story) {
    for (JsonItem subject : item.items("subject", "subjects")) {
      String name = subject.lenient("name");
      String code = subject.lenient("code", "literal", "qcode");
      String uri = subject.lenient("uri");
      if (code == null && uri != null) {
        story.topics().subject(schemeOf(uri), uri.substring(uri.lastIndexOf('/') + 1), name);
      } else if (subject.has("qcode") || (code != null && code.matches("[a-z]+:\\d+"))) {
        story.topics().qcode(code, name);
      } else {
        story.topics().subject(subject.lenient("scheme"), code, name);
      }
    }
    for (JsonItem genre : item.items("genre", "genres")) {
      String name = genre.lenient("name", "code");
      String uri = genre.lenient("uri");
      story
          .topics()
          .genre(name == null && uri != null ? uri.substring(uri.lastIndexOf('/') + 1) : name);
    }
    for (String keyword : item.texts("keywords")) {
      story.topics().subject(null, keyword, null);
    }
    item.texts("keywordnames").forEach(keyword -> story.topics().subject(null, keyword, null));
    for (JsonItem category : item.items("categories")) {
      String type = String.valueOf(category.lenient("type"));
      if (type.endsWith("subject") || type.endsWith(":desk")) {
        story.topics().qcode(category.lenient("qcode"), category.lenient("name"));
      } else if (type.endsWith(":genre") || type.endsWith("textgenre")) {
        story.topics().genre(category.lenient("name"));
      }
    }
  }

  /** The vocabulary of a code that is given as an address. */
  private static @Nullable String schemeOf(String uri) {
    if (uri.contains("/mediatopic/") || uri.contains("/medtop")) {
      return "medtop";
    }
    String holder = uri.substring(0, Math.max(0, uri.lastIndexOf('/')));
    String last = holder.substring(holder.lastIndexOf('/') + 1);
    return last.isEmpty() ? null : last;
  }

  private void associations(WireStory story) {
    for (JsonItem one : item.items("associations")) {
      String type = String.valueOf(one.lenient("type")).toLowerCase(Locale.ROOT);
      if (type.equals("picture") || type.equals("image") || type.equals("graphic")) {
        picture(one, story);
      } else if (type.equals("text") || type.equals("composite")) {
        String headline = one.lenient("headline");
        for (JsonItem each : one.items("headlines")) {
          headline = headline == null ? each.lenient("value") : headline;
        }
        story.listed(headline, rendition(one));
      }
    }
  }

  private static void picture(JsonItem one, WireStory story) {
    String caption = one.lenient("caption", "descriptiontext", "bodytext");
    for (JsonItem description : one.items("descriptions")) {
      caption = caption == null ? description.lenient("value") : caption;
    }
    caption = caption == null ? one.lenient("headline") : caption;
    String href = rendition(one);
    String credit = plain(one.lenient("creditline", "byline", "by", "copyrightholder"));
    if (caption != null || href != null) {
      story.picture(new Picture(plain(caption), credit, plain(one.lenient("alttext")), href, null));
    }
  }

  /** The widest rendition that has an address on the web. */
  private static @Nullable String rendition(JsonItem one) {
    String best = null;
    int widest = -1;
    for (JsonItem rendition : one.items("renditions")) {
      String href = WireText.webLink(rendition.lenient("href", "url"));
      int width = Math.max(rendition.figure("width"), rendition.figure("size"));
      if (href != null && width > widest) {
        best = href;
        widest = width;
      }
    }
    return best;
  }

  private static String role(JsonItem holder) {
    String role = holder.lenient("role");
    return role == null ? "" : role.substring(role.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** One line of plain text, also out of a text that holds markup. */
  private static @Nullable String plain(@Nullable String raw) {
    return raw == null ? null : WireText.line(plainText(raw));
  }

  private static String plainText(String raw) {
    boolean markup = raw.indexOf('<') >= 0 && raw.indexOf('>') > 0;
    return markup ? HtmlBlocks.ofFragment(raw, "").text() : raw;
  }
}
