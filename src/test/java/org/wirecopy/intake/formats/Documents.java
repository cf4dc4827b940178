package org.wirecopy.intake.formats;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/** A sound document of every format, for tests that damage it. */
enum Documents {
  NINJS(
      "a.json",
      """
      {"uri": "urn:newsml:coast.example:1", "versionCreated": "2026-03-14T09:30:00Z",
       "pubStatus": "usable", "urgency": 2, "embargoedUntil": "2026-03-14T18:00:00+01:00",
       "language": "en", "by": "Ana Moor", "edNote": "Pictures follow.",
       "headlines": [{"role": "main", "value": "Ferries sail again"}],
       "bodies": [{"contentType": "text/html", "value": "<p>The <b>first</b> ferry.</p><svg><p></svg>"}],
       "subjects": [{"name": "Shipping", "uri": "http://cv.iptc.org/newscodes/mediatopic/20000651"}],
       "associations": [{"name": "p", "type": "picture", "uri": "urn:p",
         "renditions": [{"href": "https://coast.example/l.jpg", "width": 900}]}]}
      """),
  NEWSML_G2(
      "a.xml",
      """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:coast.example:1" version="2">
       <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-14T09:30:00+01:00</versionCreated>
        <embargoed>2026-03-14T18:00:00+01:00</embargoed><pubStatus qcode="stat:usable"/>
        <signal qcode="sig:correction"/><edNote>It was 1997.</edNote></itemMeta>
       <contentMeta><urgency>3</urgency><headline>Ferries sail again</headline><by>Ana Moor</by>
        <subject qcode="medtop:20000651"><name>Shipping</name></subject></contentMeta>
       <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
        <body><p>The first ferry.</p><ul><li>one</li></ul></body></html></inlineXML></contentSet></newsItem>
      """),
  NEWSML_1(
      "a.xml",
      """
      <NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>coast.example</ProviderId>
       <DateId>20260314</DateId><NewsItemId>ferry</NewsItemId></NewsIdentifier></Identification>
       <NewsManagement><Status FormalName="Usable"/><Urgency FormalName="3"/></NewsManagement>
       <NewsComponent><NewsLines><HeadLine>Ferries sail again</HeadLine></NewsLines>
       <ContentItem><DataContent><nitf><body><body.content><p>One.</p></body.content></body></nitf>
       </DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
      """),
  NITF(
      "a.xml",
      """
      <?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><head><docdata management-status="usable">
       <doc-id id-string="urn:1"/><urgency ed-urg="3"/><date.issue norm="20260314T093000+0100"/></docdata></head>
       <body><body.head><hedline><hl1>Ferries sail again</hl1></hedline><byline>By Ana Moor</byline>
       <dateline>SANDHAVEN, March 14</dateline></body.head><body.content><p>One &amp; two &eacute;.</p>
       <media media-type="image"><media-caption>Pier</media-caption></media></body.content></body></nitf>
      """),
  RSS(
      "a.xml",
      """
      <rss version="2.0"><channel><title>Coast</title><item><guid>1</guid><title>Ferries sail again</title>
       <pubDate>Sat, 14 Mar 2026 09:30:00 GMT</pubDate><description><![CDATA[<p>One <a href="/x">two</a></p>]]>
       </description><enclosure url="https://coast.example/p.jpg" type="image/jpeg"/></item></channel></rss>
      """),
  ATOM(
      "a.xml",
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Coast</title><entry><id>urn:1</id>
       <title type="html">Ferries &amp;amp; trams</title><updated>2026-03-14T09:30:00Z</updated>
       <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p></div></content></entry></feed>
      """),
  IPTC_7901(
      "a.txt",
      "\1eca062 4 i 211 ccccb   dpa 061\r\n\nSandhaven/\r\n\2"
          + "1ST LEAD\r\nFerries sail again\r\nBy Ana Moor, dpa =\r\n\n   Sandhaven (dpa) - One.\r\n\n"
          + "# Notebook\r\n\n## Note to editors\r\n- adds\r\n\n## Links\r\n- [x](http://x.example)\r\n"
          + "* * * *\r\ndpa wsz\r\n\u0003131137 GMT Nov 26 \r\n\177\4"),
  ANPA_1312(
      "a.txt",
      "\26\26\1V4644\37-----\r\nu i\23\21 BC-EU--Ferries   02-20 0500\r\n\2^BC-EU--Ferries,416< \r\n"
          + "^Ferries sail again<\r\n^Eds: Updates.<\r\n^By ANA MOOR=\r\n\t   SANDHAVEN (AP) _ One.\r\n"
          + "^Table=\r\n\10\36 Bay\36 7{\r\n\3AP-WF-02-20-26 0337GMT<\r\n\14\4"),
  PAGE(
      "a.html",
      """
      <!DOCTYPE html><html lang=en><head><title>Ferries sail again | Coast</title>
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferries sail again",
      "datePublished":"2026-03-14T09:30:00Z","author":{"name":"Ana Moor"}}</script></head><body>
      <nav><a href=/s>Sport</a></nav><article><h1>Ferries sail again</h1><p>The first ferry left the port at
      dawn on Saturday, after three days of storm, and the port said that it was calm.</p><ul><li>one
      </ul><figure><img src="data:image/png;base64,iVBO"><figcaption>Pier</figcaption></figure>
      <p>It was full, and the second one left an hour later with all who had waited.</p></article></body></html>
      """),
  MARKDOWN(
      "a.md",
      """
      ---
      byline: Ana Moor
      date: 2026-03-14T09:30+01:00
      subjects: [Shipping, "Coast"]
      embargo: 2026-03-14T18:00+01:00
      ---
      # Ferries sail again

      The *first* ferry left [the port](https://port.example) at dawn.

      > It was calm.

      - one
      - two
      """),
  TEXT(
      "a.txt",
      """
      Ferries sail again after three days of storm

      By Ana Moor
      14 March 2026, 9.30 am

      SANDHAVEN — The first ferry left the port at dawn, 2 hours ago, the port said.

      “It was calm,” said Li Wei.

      Read more:
      * Storm closes port (12 March)
      """),
  MAIL(
      "a.eml",
      "From: a@coast.example\r\nSubject: =?utf-8?Q?Ferries_=E2=80=93_again?=\r\n"
          + "Date: Sat, 14 Mar 2026 09:30:00 +0100\r\nMIME-Version: 1.0\r\n"
          + "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n"
          + "Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n"
          + "\r\nIt was =93calm=94.\r\n\r\n-- \r\nAna\r\n--x\r\nContent-Type: image/png\r\n"
          + "Content-Transfer-Encoding: base64\r\n\r\n"
          + Base64.getEncoder().encodeToString(Zips.png())
          + "\r\n--x--\r\n"),
  RTF(
      "a.rtf",
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f1\\fcharset204 A;}}{\\stylesheet{\\s1 Title;}}"
          + "\\s1 Ferries sail again\\par\\pard It {\\b was} \\'93calm\\'94 \\u8211? {\\deleted x}"
          + "{\\field{\\*\\fldinst HYPERLINK \"https://coast.example\"}{\\fldrslt here}}.\\par"
          + "{\\pict\\bin4 ....}\\ls1{\\listtext 1.}one\\par}"),
  WORD(
      "a.docx",
      Zips.word(
          "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Ferries sail again</w:t></w:r></w:p>"
              + "<w:p><w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>It was</w:t></w:r></w:ins><w:del><w:r>"
              + "<w:delText>x</w:delText></w:r></w:del><w:hyperlink r:id='r1'><w:r><w:t>here</w:t></w:r>"
              + "</w:hyperlink></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr>"
              + "</w:tbl>")),
  OPEN_DOCUMENT(
      "a.odt",
      Zips.openDocument(
          "<style:style style:name='P1' style:parent-style-name='Title'/>",
          "<text:p text:style-name='P1'>Ferries sail again</text:p><text:p>It was<text:s/>calm.</text:p>"
              + "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>")),
  BUNDLE(
      "a.zip",
      new Zips()
          .with("a.txt", "Ferries sail again\n\nBy Ana Moor\n\nIt was calm at dawn.\n")
          .with("pier.png", Zips.png())
          .with("pier.png.txt", "The pier"));

  private final String file;
  private final byte[] bytes;
  private final Zips parts;

  Documents(String file, String text) {
    this.file = file;
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
    this.parts = new Zips();
  }

  Documents(String file, Zips parts) {
    this.file = file;
    this.bytes = parts.bytes();
    this.parts = parts;
  }

  String file() {
    return file;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** With one part damaged and packed again, so that its checksum is right; null if unpacked. */
  byte[] repacked(int part, UnaryOperator<byte[]> damage) {
    List<String> names = parts.names();
    return names.isEmpty()
        ? damage.apply(bytes())
        : parts.changed(names.get(part % names.size()), damage).bytes();
  }
}
