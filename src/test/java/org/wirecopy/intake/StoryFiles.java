package org.wirecopy.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One story as each format has it: headline, byline, paragraphs, and the date where the format has
 * a place of its own for it.
 *
 * @param authors as they are printed; may be empty
 * @param paragraphs plain text, one line each
 */
public record StoryFiles(
    String headline, List<String> authors, OffsetDateTime date, List<String> paragraphs) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssXX", Locale.ROOT);

  /** File names and contents, plain text first. */
  public Map<String, byte[]> inEachFormat() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String text = headline + "\n\n" + line(byLine()) + DAY.format(date) + "\n\n" + plain();
    files.put("story.txt", utf8(text));
    files.put("story.md", utf8(markdown()));
    files.put("story.html", utf8(page()));
    files.put("story.docx", word());
    files.put("story.odt", openDocument());
    files.put("story.rtf", utf8(rtf()));
    files.put("story.eml", utf8(mail()));
    files.put("rss.xml", utf8(rss()));
    files.put("atom.xml", utf8(atom()));
    files.put("ninjs.json", utf8(ninjs()));
    files.put("newsml-g2.xml", utf8(newsmlG2()));
    files.put("newsml-1.xml", utf8(newsml1()));
    files.put("nitf.xml", utf8(nitf()));
    files.put("iptc7901.txt", utf8(iptc7901()));
    files.put("anpa1312.txt", utf8(anpa1312()));
    files.put("story.zip", zip("story.txt", utf8(text)));
    return files;
  }

  private String names() {
    int last = authors.size() - 1;
    return last < 1
        ? String.join("", authors)
        : String.join(", ", authors.subList(0, last)) + " and " + authors.get(last);
  }

  private String byLine() {
    return authors.isEmpty() ? "" : "By " + names();
  }

  private static String line(String text) {
    return text.isEmpty() ? "" : text + "\n";
  }

  private String plain() {
    return String.join("\n\n", paragraphs) + "\n";
  }

  private String each(String before, String after) {
    return paragraphs.stream().collect(Collectors.joining(after + before, before, after));
  }

  private String eachXml(String before, String after) {
    return paragraphs.stream()
        .map(StoryFiles::xml)
        .collect(Collectors.joining(after + before, before, after));
  }

  /** With the tags around it, or nothing if there is no author. */
  private String byXml(String before, String after) {
    return authors.isEmpty() ? "" : before + xml(names()) + after;
  }

  private String markdown() {
    return "---\n"
        + (authors.isEmpty() ? "" : "byline: \"" + names().replace("\"", "\\\"") + "\"\n")
        + "date: "
        + date
        + "\n---\n# "
        + headline
        + "\n\n"
        + plain();
  }

  private String page() {
    return "<!DOCTYPE html><html><head><meta charset=utf-8><title>"
        + xml(headline)
        + " | Coast News</title>"
        + byXml("<meta name=author content='", "'>")
        + "<script>track()</script></head><body><nav><ul>"
        + "<li><a href='/sport'>Sport</a></li>".repeat(20)
        + "</ul></nav><main><article><h1>"
        + xml(headline)
        + "</h1>"
        + byXml("<p class=byline>By ", "</p>")
        + "<time datetime='"
        + date
        + "'>"
        + DAY.format(date)
        + "</time>"
        + eachXml("<p>", "</p>")
        + "</article></main><aside><h2>Most read</h2>"
        + "<p><a href='/x'>Another story of the coast</a></p>".repeat(10)
        + "</aside><footer>Subscribe to our newsletter</footer></body></html>";
  }

  private String rtf() {
    StringBuilder text = new StringBuilder("{\\rtf1\\ansi\\ansicpg1252 ");
    line(headline + "\n" + line(byLine()) + String.join("\n", paragraphs))
        .chars()
        .forEach(c -> text.append(inRtf((char) c)));
    return text.append('}').toString();
  }

  private static String inRtf(char c) {
    if (c == '\n') {
      return "\\par ";
    }
    boolean mark = c == '\\' || c == '{' || c == '}';
    return mark ? "\\" + c : c < 128 ? String.valueOf(c) : "\\u" + (short) c + "?";
  }

  private String mail() {
    return "From: desk@coast.example\r\nSubject: =?UTF-8?B?"
        + Base64.getEncoder().encodeToString(utf8(headline))
        + "?=\r\nDate: "
        + DateTimeFormatter.RFC_1123_DATE_TIME.format(date)
        + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: 8bit\r\n\r\n"
        + (line(byLine()) + "\n" + plain()).replace("\n", "\r\n");
  }

  private String rss() {
    return "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
        + "<title>Coast</title><item><guid>1</guid><title>"
        + xml(headline)
        + "</title>"
        + byXml("<dc:creator>", "</dc:creator>")
        + "<pubDate>"
        + DateTimeFormatter.RFC_1123_DATE_TIME.format(date)
        + "</pubDate><description><![CDATA["
        + eachXml("<p>", "</p>")
        + "]]></description></item></channel></rss>";
  }

  private String atom() {
    return "<feed xmlns='http://www.w3.org/2005/Atom'><title>Coast</title><entry><id>urn:1</id><title>"
        + xml(headline)
        + "</title>"
        + authors.stream()
            .map(name -> "<author><name>" + xml(name) + "</name></author>")
            .collect(Collectors.joining())
        + "<updated>"
        + date
        + "</updated><content type='html'>"
        + xml(eachXml("<p>", "</p>"))
        + "</content></entry></feed>";
  }

  private String ninjs() {
    return "{\"uri\": \"urn:coast:1\", \"type\": \"text\", \"versionCreated\": \""
        + date
        + "\", \"headlines\": [{\"role\": \"main\", \"value\": "
        + json(headline)
        + "}], "
        + (authors.isEmpty() ? "" : "\"by\": " + json(names()) + ", ")
        + "\"bodies\": [{\"role\": \"main\", \"contentType\": \"text/html\", \"value\": "
        + json(eachXml("<p>", "</p>"))
        + "}]}";
  }

  private String newsmlG2() {
    return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:coast:1' version='2'>"
        + "<itemMeta><itemClass qcode='ninat:text'/><versionCreated>"
        + date
        + "</versionCreated><pubStatus qcode='stat:usable'/></itemMeta><contentMeta><headline>"
        + xml(headline)
        + "</headline>"
        + byXml("<by>", "</by>")
        + "</contentMeta><contentSet><inlineXML contenttype='application/xhtml+xml'>"
        + "<html xmlns='http://www.w3.org/1999/xhtml'><body>"
        + eachXml("<p>", "</p>")
        + "</body></html></inlineXML></contentSet></newsItem>";
  }

  private String newsml1() {
    return "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>coast.example</ProviderId>"
        + "<DateId>20260314</DateId><NewsItemId>ferry</NewsItemId></NewsIdentifier></Identification>"
        + "<NewsManagement><ThisRevisionCreated>"
        + BASIC.format(date)
        + "</ThisRevisionCreated><Status FormalName='Usable'/></NewsManagement><NewsComponent>"
        + "<NewsLines><HeadLine>"
        + xml(headline)
        + "</HeadLine>"
        + byXml("<ByLine>By ", "</ByLine>")
        + "</NewsLines><ContentItem><DataContent><nitf><body><body.content>"
        + eachXml("<p>", "</p>")
        + "</body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem>"
        + "</NewsML>";
  }

  private String nitf() {
    return "<nitf><head><docdata><doc-id id-string='urn:1'/><date.issue norm='"
        + BASIC.format(date)
        + "'/></docdata></head><body><body.head><hedline><hl1>"
        + xml(headline)
        + "</hl1></hedline>"
        + byXml("<byline>By ", "</byline>")
        + "</body.head><body.content>"
        + eachXml("<p>", "</p>")
        + "</body.content></body></nitf>";
  }

  private String iptc7901() {
    return ("\1eca062 4 i 211 ccccb   dpa 061\n\nSandhaven/\n\2"
            + headline
            + "\n"
            + (authors.isEmpty() ? "" : byLine() + " =\n")
            + "\n"
            + each("   ", "\n\n")
            + "\u0003131137 GMT Mar 26 \n\177\4")
        .replace("\n", "\r\n");
  }

  private String anpa1312() {
    return ("\26\26\1V4644\37-----\nu i\23\21 BC-EU--Ferries   03-14 0500\n\2^BC-EU--Ferries,416< \n^"
            + headline
            + "<\n"
            + (authors.isEmpty() ? "" : "^" + byLine() + "=\n")
            + each("\t   ", "\n")
            + "\3AP-WF-03-14-26 0337GMT<\n\14\4")
        .replace("\n", "\r\n");
  }

  private byte[] word() {
    return zip(
        "[Content_Types].xml",
        utf8("<Types/>"),
        "word/document.xml",
        utf8(
            "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                + "<w:body><w:p><w:r><w:t>"
                + xml(headline)
                + "</w:t></w:r></w:p>"
                + byXml("<w:p><w:r><w:t>By ", "</w:t></w:r></w:p>")
                + eachXml("<w:p><w:r><w:t>", "</w:t></w:r></w:p>")
                + "</w:body></w:document>"));
  }

  private byte[] openDocument() {
    return zip(
        "mimetype",
        utf8("application/vnd.oasis.opendocument.text"),
        "content.xml",
        utf8(
            "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><o:body><o:text>"
                + "<text:p>"
                + xml(headline)
                + "</text:p>"
                + byXml("<text:p>By ", "</text:p>")
                + eachXml("<text:p>", "</text:p>")
                + "</o:text></o:body></o:document-content>"));
  }

  private static byte[] zip(Object... files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < files.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) files[i]));
        zip.write((byte[]) files[i + 1]);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;");
  }

  private static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
