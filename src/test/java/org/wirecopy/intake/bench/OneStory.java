package org.wirecopy.intake.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The same story of some 3 kB as each format has it: headline, byline, ten paragraphs. */
final class OneStory {
  private static final String HEADLINE = "Ferries sail again after three days of storm";
  private static final String DATE = "2026-03-14T09:30:00+01:00";
  private static final List<String> PARAGRAPHS =
      IntStream.rangeClosed(1, 10)
          .mapToObj(
              number ->
                  "Ferry number "
                      + number
                      + " left the harbour of Sandhaven on Saturday, the port office said, after the"
                      + " wind had kept all boats at their berths since Wednesday morning. Some "
                      + number * 40
                      + " people had waited in the old customs house, where the town served soup and"
                      + " the school had put up beds.")
          .toList();

  private OneStory() {}

  /** File names and contents, plain text first. */
  static Map<String, byte[]> inEachFormat() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("story.txt", utf8(HEADLINE + "\n\nBy Ana Moor\n14 March 2026\n\n" + plain()));
    files.put(
        "story.md",
        utf8("---\nbyline: Ana Moor\ndate: " + DATE + "\n---\n# " + HEADLINE + "\n\n" + plain()));
    files.put("story.html", utf8(page()));
    files.put("story.docx", word());
    files.put("story.odt", openDocument());
    files.put("story.rtf", utf8(rtf()));
    files.put("story.eml", utf8(mail()));
    files.put("rss.xml", utf8(rss()));
    files.put("ninjs.json", utf8(ninjs()));
    files.put("newsml-g2.xml", utf8(newsmlG2()));
    files.put("newsml-1.xml", utf8(newsml1()));
    files.put("nitf.xml", utf8(nitf()));
    files.put("iptc7901.txt", utf8(iptc7901()));
    files.put("anpa1312.txt", utf8(anpa1312()));
    files.put("story.zip", zip("story.txt", utf8(HEADLINE + "\n\nBy Ana Moor\n\n" + plain())));
    return files;
  }

  private static String plain() {
    return String.join("\n\n", PARAGRAPHS) + "\n";
  }

  private static String each(String before, String after) {
    return PARAGRAPHS.stream().collect(Collectors.joining(after + before, before, after));
  }

  private static String page() {
    return "<!DOCTYPE html><html lang=en><head><title>"
        + HEADLINE
        + " | Coast News</title><meta name=author content='Ana Moor'><script>track()</script></head>"
        + "<body><nav><ul>"
        + "<li><a href='/sport'>Sport</a></li>".repeat(20)
        + "</ul></nav><main><article><h1>"
        + HEADLINE
        + "</h1><p class=byline>By Ana Moor</p><time datetime='"
        + DATE
        + "'>14 March</time>"
        + each("<p>", "</p>")
        + "</article></main><aside><h2>Most read</h2>"
        + "<p><a href='/x'>Another story of the coast</a></p>".repeat(10)
        + "</aside><footer>Subscribe to our newsletter</footer></body></html>";
  }

  private static String rtf() {
    return "{\\rtf1\\ansi\\ansicpg1252 "
        + HEADLINE
        + "\\par By Ana Moor\\par "
        + each("", "\\par ")
        + "}";
  }

  private static String mail() {
    return "From: ana@coast.example\r\nSubject: "
        + HEADLINE
        + "\r\nDate: Sat, 14 Mar 2026 09:30:00 +0100\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\n\r\nBy Ana Moor\r\n\r\n"
        + plain().replace("\n", "\r\n");
  }

  private static String rss() {
    return "<rss version='2.0'><channel><title>Coast</title><item><guid>1</guid><title>"
        + HEADLINE
        + "</title><pubDate>Sat, 14 Mar 2026 09:30:00 GMT</pubDate><description><![CDATA["
        + each("<p>", "</p>")
        + "]]></description></item></channel></rss>";
  }

  private static String ninjs() {
    return "{\"uri\": \"urn:coast:1\", \"type\": \"text\", \"versionCreated\": \""
        + DATE
        + "\", \"headlines\": [{\"role\": \"main\", \"value\": \""
        + HEADLINE
        + "\"}], \"by\": \"Ana Moor\", \"bodies\": [{\"role\": \"main\", \"contentType\":"
        + " \"text/html\", \"value\": \""
        + each("<p>", "</p>")
        + "\"}]}";
  }

  private static String newsmlG2() {
    return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:coast:1' version='2'>"
        + "<itemMeta><itemClass qcode='ninat:text'/><versionCreated>"
        + DATE
        + "</versionCreated><pubStatus qcode='stat:usable'/></itemMeta><contentMeta><headline>"
        + HEADLINE
        + "</headline><by>Ana Moor</by></contentMeta><contentSet>"
        + "<inlineXML contenttype='application/xhtml+xml'>"
        + "<html xmlns='http://www.w3.org/1999/xhtml'><body>"
        + each("<p>", "</p>")
        + "</body></html></inlineXML></contentSet></newsItem>";
  }

  private static String newsml1() {
    return "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>coast.example</ProviderId>"
        + "<DateId>20260314</DateId><NewsItemId>ferry</NewsItemId></NewsIdentifier></Identification>"
        + "<NewsManagement><Status FormalName='Usable'/></NewsManagement><NewsComponent><NewsLines>"
        + "<HeadLine>"
        + HEADLINE
        + "</HeadLine></NewsLines><ContentItem><DataContent><nitf><body><body.content>"
        + each("<p>", "</p>")
        + "</body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem>"
        + "</NewsML>";
  }

  private static String nitf() {
    return "<nitf><head><docdata><doc-id id-string='urn:1'/>"
        + "<date.issue norm='20260314T093000+0100'/></docdata></head><body><body.head><hedline><hl1>"
        + HEADLINE
        + "</hl1></hedline><byline>By Ana Moor</byline></body.head><body.content>"
        + each("<p>", "</p>")
        + "</body.content></body></nitf>";
  }

  private static String iptc7901() {
    return ("\1eca062 4 i 211 ccccb   dpa 061\n\nSandhaven/\n\2"
            + HEADLINE
            + "\nBy Ana Moor =\n\n"
            + each("   ", "\n\n")
            + "\u0003131137 GMT Mar 26 \n\177\4")
        .replace("\n", "\r\n");
  }

  private static String anpa1312() {
    return ("\26\26\1V4644\37-----\nu i\23\21 BC-EU--Ferries   03-14 0500\n\2^BC-EU--Ferries,416< \n^"
            + HEADLINE
            + "<\n^By ANA MOOR=\n"
            + each("\t   ", "\n")
            + "\3AP-WF-03-14-26 0337GMT<\n\14\4")
        .replace("\n", "\r\n");
  }

  private static byte[] word() {
    return zip(
        "[Content_Types].xml",
        utf8("<Types/>"),
        "word/document.xml",
        utf8(
            "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                + "<w:body><w:p><w:r><w:t>"
                + HEADLINE
                + "</w:t></w:r></w:p><w:p><w:r><w:t>By Ana Moor</w:t></w:r></w:p>"
                + each("<w:p><w:r><w:t>", "</w:t></w:r></w:p>")
                + "</w:body></w:document>"));
  }

  private static byte[] openDocument() {
    return zip(
        "mimetype",
        utf8("application/vnd.oasis.opendocument.text"),
        "content.xml",
        utf8(
            "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><o:body><o:text>"
                + "<text:p>"
                + HEADLINE
                + "</text:p><text:p>By Ana Moor</text:p>"
                + each("<text:p>", "</text:p>")
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

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
