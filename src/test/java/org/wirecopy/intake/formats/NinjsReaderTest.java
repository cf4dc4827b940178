package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Status;
import org.wirecopy.article.Subject;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Rejection;

class NinjsReaderTest {
  @Test
  void readsNinjs3() {
    Article article =
        Drops.article(
            "a.json",
            """
            {"uri": "urn:newsml:coast.example:1", "versionCreated": "2026-03-14T09:30:00Z",
             "contentCreated": "2026-03-14T08:00:00Z", "pubStatus": "usable", "urgency": 2,
             "embargoedUntil": "2026-03-14T18:00:00+01:00", "language": "en", "by": "Ana Moor",
             "located": "Sandhaven", "copyrightHolder": "Coast", "edNote": "Pictures follow.",
             "headlines": [{"role": "sub", "value": "After the storm"}, {"role": "main", "value": "Ferries sail again"}],
             "descriptions": [{"role": "summary", "value": "In short."}],
             "bodies": [{"contentType": "text/plain", "value": "wrong"},
                        {"role": "main", "contentType": "text/html", "value": "<p>The <b>first</b> ferry.</p><h2>Later</h2>"}],
             "subjects": [{"name": "Shipping", "uri": "http://cv.iptc.org/newscodes/mediatopic/20000651"}],
             "infoSources": [{"name": "Coast News"}],
             "associations": [
               {"name": "p", "type": "picture", "uri": "urn:p", "by": "Li Wei", "descriptions": [{"value": "The pier"}],
                "renditions": [{"href": "https://coast.example/s.jpg", "width": 100}, {"href": "https://coast.example/l.jpg", "width": 900}]},
               {"name": "r", "type": "text", "uri": "urn:r", "headlines": [{"value": "The storm"}]}]}
            """);

    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(article.subhead()).isEqualTo("After the storm");
    assertThat(article.summary()).isEqualTo("In short.");
    assertThat(article.embargo()).isEqualTo(OffsetDateTime.parse("2026-03-14T18:00+01:00"));
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-14T08:00Z"));
    assertThat(article.dateline().place()).isEqualTo("Sandhaven");
    assertThat(Drops.body(article)).containsExactly("The first ferry.", "Later");
    assertThat(article.subjects()).containsExactly(new Subject("medtop", "20000651", "Shipping"));
    assertThat(article.rights().source()).isEqualTo("Coast News");
    assertThat(article.edNote()).isEqualTo("Pictures follow.");
    assertThat(article.pictures().get(0).href()).isEqualTo("https://coast.example/l.jpg");
    assertThat(article.alsoRead()).extracting("headline").containsExactly("The storm");
  }

  @Test
  void readsNinjs1AndSuperdesk() {
    Article article =
        Drops.article(
            "a.txt",
            """
            {"guid": "tag:1", "versioncreated": "2026-03-14T09:30:00+0000", "pubstatus": "usable",
             "headline": "Ferries sail again", "byline": "By Ana Moor", "body_html": "<p>One.</p>",
             "subject": [{"code": "01000000", "name": "arts", "scheme": "iptc"}], "slugline": "ferry",
             "associations": {"featuremedia": {"type": "picture", "description_text": "The pier",
               "renditions": {"original": {"href": "https://coast.example/p.jpg", "width": 10}}}}}
            """);

    assertThat(article.id()).isEqualTo("tag:1");
    assertThat(article.byline().names()).containsExactly("Ana Moor");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-14T09:30Z"));
    assertThat(article.pictures()).extracting("caption").containsExactly("The pier");
    assertThat(article.subjects()).containsExactly(new Subject("iptc", "01000000", "arts"));
  }

  @Test
  void notesThatAreNotToBePublishedStay() {
    Article article =
        Drops.article(
            "a.json",
            """
            {"urn": "urn:1", "headline": "H", "article_html": "<p>T.</p>", "signal": "sig:correction",
             "ednotes": [{"role": "r:editorialnote", "ednote": "Open.", "is_publishable": true},
               {"role": "r:editorialnote", "ednote": "SECRET", "is_publishable": false},
               {"role": "r:contacts", "ednote": "SECRET", "is_publishable": true},
               {"role": "r:correctionshort", "ednote": "It was 1997.", "is_publishable": true}]}
            """);

    assertThat(article.edNote()).isEqualTo("Open.");
    assertThat(article.correction()).isEqualTo("It was 1997.");
    assertThat(article.toString()).doesNotContain("SECRET");
  }

  @Test
  void aCanceledItemNeedsNoBody() {
    Article article =
        Drops.article(
            "a.json", "{\"uri\": \"urn:1\", \"headline\": \"H\", \"pubstatus\": \"canceled\"}");

    assertThat(article.status()).isEqualTo(Status.CANCELED);
  }

  @Test
  void saysWhichPropertyIsWrong() {
    assertThat(Drops.rejection("a.json", "{\"uri\": 7, \"headline\": \"H\"}").where())
        .isEqualTo("uri");
    assertThat(
            Drops.rejection(
                    "a.json",
                    "{\"uri\":\"u\",\"headline\":\"H\",\"body_text\":\"b\",\"embargoed\":\"tonight\"}")
                .code())
        .isEqualTo("EMBARGO_UNREADABLE");
    assertThat(Drops.rejection("a.json", "{\"uri\":\"u\",\n \"headline\": }").where())
        .startsWith("line 2");
  }

  @Test
  void refusesDuplicateKeysDepthAndScripts() {
    assertThat(Drops.rejection("a.json", "{\"headline\":\"A\",\"headline\":\"B\"}").code())
        .isEqualTo("JSON_DUPLICATE_KEY");
    assertThat(Drops.rejection("a.json", "{\"a\":".repeat(5_000)).code())
        .isEqualTo("NESTING_TOO_DEEP");
    assertThat(
            Drops.rejection(
                    "a.json", "{\"uri\":\"javascript:x\",\"headline\":\"A\",\"body_text\":\"b\"}")
                .code())
        .isEqualTo("URI_UNSAFE");
  }

  @Test
  void flatNamesWithTheirRoleAreRead() {
    Article article =
        Drops.article(
            "a.json",
            """
            {"uri": "urn:x:1", "type": "text", "headline_main": "Ferries sail again",
             "body_main": "The first ferry left.\\n\\nIt was calm."}
            """);

    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(Drops.body(article)).containsExactly("The first ferry left.", "It was calm.");
  }

  @Test
  void severalItemsInARowAreToldInPlainWords() {
    String item =
        "{\"uri\": \"urn:coast:1\", \"headline\": \"Ferries sail\", \"body_text\": \"Again.\"}\n";

    Rejection rejection = Drops.rejection("items.jsonl", item + item);

    assertThat(rejection.code()).isEqualTo("JSON_MALFORMED");
    assertThat(rejection.problem())
        .isEqualTo("The file holds more than one JSON value, one after the other.");
    assertThat(rejection.where()).isEqualTo("line 2, column 1");
  }

  @Test
  void aShortItemIsItsDescription() {
    String item =
        """
        {"uri": "urn:coast:1", "type": "%s", "headlines": [{"role": "main", "value": "Ferries sail"}],
         "descriptions": [{"role": "text", "value": "The first one left at dawn."}]}
        """;

    Reading.Articles read =
        Drops.articles("a.json", item.formatted("text").getBytes(StandardCharsets.UTF_8));

    assertThat(Drops.body(read.articles().get(0))).containsExactly("The first one left at dawn.");
    assertThat(read.articles().get(0).summary()).isNull();
    assertThat(read.warnings())
        .containsExactly("The item has no body, so its description stands as its text.");
    assertThat(Drops.rejection("a.json", item.formatted("composite")).code()).isEqualTo("NO_BODY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CafÃ©s reopen in KÃ¶ln", "Caf\\u00c3\\u00a9s reopen in K\\u00c3\\u00b6ln"})
  void whatWasSavedTwiceOverIsMended(String headline) {
    byte[] item =
        ("{\"uri\": \"urn:coast:1\", \"headline\": \""
                + headline
                + "\", \"body_text\": \"Again.\"}")
            .getBytes(StandardCharsets.UTF_8);

    Reading.Articles read = Drops.articles("a.json", item);

    assertThat(read.articles().get(0).headline()).isEqualTo("Cafés reopen in Köln");
    assertThat(read.warnings()).anyMatch(warning -> warning.contains("UTF-8 twice over"));
  }
}
