package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Status;
import org.wirecopy.article.Subject;

@NullUnmarked
class FrontMatterTest {
  private static final Source SOURCE =
      new Source("a.md", new byte[0], Instant.EPOCH, ZoneOffset.ofHours(1), "en");
  private static final Source DROPPED =
      new Source("a.md", new byte[0], Instant.parse("2026-11-29T16:00:00Z"), ZoneOffset.UTC, "en");

  @Test
  void readsEveryField() {
    Facts facts =
        facts(
            """
            ---
            id: story-7
            headline: "Ferries: sailing again"
            subhead: After the storm
            summary: All of it
            slug: ferries
            byline: [Jane Doe, John Roe]
            date: 2026-11-22T08:00:00Z
            place: DOVER
            language: en_GB
            source: Example News
            credit: Example
            copyright: © 2026 Example News
            rights: No archives.
            urgency: 2
            subjects: [ports, medtop:20000065]
            genre: Analysis
            status: withheld
            correction: The port is Dover, not Deal.
            embargo: 2026-11-23T18:00+01:00
            expires: 2026-12-23
            partners: alpha, beta
            edNote: For release with pictures
            note: source is the mayor
            url: https://news.example/ferries
            ---
            body
            """);
    Article article = facts.applyTo(Article.titled("x"), Dateline.NONE).build();
    assertThat(article.headline()).isEqualTo("Ferries: sailing again");
    assertThat(article.byline().names()).containsExactly("Jane Doe", "John Roe");
    assertThat(article.dateline().place()).isEqualTo("DOVER");
    assertThat(article.dateline().date()).hasToString("2026-11-22T08:00Z");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.rights().copyrightNotice()).isEqualTo("© 2026 Example News");
    assertThat(article.rights().usageTerms()).isEqualTo("No archives.");
    assertThat(article.urgency()).isEqualTo(2);
    assertThat(article.subjects())
        .containsExactly(Subject.tag("ports"), new Subject("medtop", "20000065", null));
    assertThat(article.status()).isEqualTo(Status.WITHHELD);
    assertThat(article.embargo()).hasToString("2026-11-23T18:00+01:00");
    assertThat(article.expires()).hasToString("2026-12-23T00:00+01:00");
    assertThat(article.partners()).containsExactly("alpha", "beta");
    assertThat(article.toString()).doesNotContain("mayor").contains("story-7", "For release");
    assertThat(facts.warnings()).singleElement().asString().contains("expiry");
  }

  @Test
  void keepsEveryValueAsItIsWritten() {
    Facts facts = facts("---\ntitle: no\nauthor: on\nslug: 0o17\nid: 12:30:45\n---\n");
    assertThat(facts.headline()).isEqualTo("no");
    assertThat(facts.byline().text()).isEqualTo("on");
    assertThat(facts.slug()).isEqualTo("0o17");
    assertThat(facts.id()).isEqualTo("12:30:45");
  }

  @Test
  void readsAHeadlineWithAColonOrAQuotationMark() {
    Facts facts = facts("---\nheadline: 'Not Close': Turkey says: no\nstatus: usable\n---\n");
    assertThat(facts.headline()).isEqualTo("'Not Close': Turkey says: no");
    assertThat(facts.warnings()).singleElement().asString().contains("Line 2");
  }

  @Test
  void readsPlainHeaderLines() {
    FrontMatter.Result.Found found =
        (FrontMatter.Result.Found)
            FrontMatter.of(
                "Headline: Ferries sail\nBy: Jane Doe\nUrgency: 3\n\nBody.", SOURCE, true);
    assertThat(found.facts().headline()).isEqualTo("Ferries sail");
    assertThat(found.facts().urgency()).isEqualTo(3);
    assertThat(found.rest().strip()).isEqualTo("Body.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Headline: Ferries sail\nStatus: withheld\nFiled by: Jane Doe\n\nBody.",
        "Headline: Ferries sail\nWord count: 420\nPhoto 1: pier.jpg\nStatus: withheld\n\nBody.",
        "Desk: Coast\nHEADLINE: Ferries sail\nStatus: HOLD\nBODY:\nBody.",
        "Headline: Ferries sail\n\nStatus: on hold\n\nStory:\n\nBody.",
        "Headline: Ferries sail\nStatus: withheld\nBody.",
        "Headline: Ferries sail\nStatus: withheld\nBody: Body.",
        "Headline: Ferries sail\nStatus: withheld\nPhoto: a.jpg\nPhoto: b.jpg\n\nBody.",
      })
  void noOtherLineMakesFieldsTextAgain(String text) {
    FrontMatter.Result.Found found = (FrontMatter.Result.Found) FrontMatter.of(text, SOURCE, true);
    assertThat(found.facts().headline()).isEqualTo("Ferries sail");
    assertThat(found.facts().status()).isEqualTo(Status.WITHHELD);
    assertThat(found.rest().strip()).isEqualTo("Body.");
  }

  @Test
  void aLineOfAnotherDeskIsPassedOverWithAWarning() {
    assertThat(facts("Headline: Ferries sail\nWord count: 420\n\nBody.").warnings())
        .containsExactly("Line 2: the field \"Word count\" is not known.");
  }

  @Test
  void aStraplineIsTheSubhead() {
    assertThat(facts("HEADLINE: Ferries sail\nSTRAPLINE: At last\nBODY:\nBody.").subhead())
        .isEqualTo("At last");
  }

  @Test
  void tagsAndCategoriesAreBothRead() {
    assertThat(facts("---\ntags: [sea]\ncategories: [ports]\n---\n").subjects())
        .containsExactly(Subject.tag("sea"), Subject.tag("ports"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ferries sail\nStatus: withheld\nBy: Jane Doe\n\nBody.",
        "Ferries sail\n\nStatus: not cleared by legal\n\nBody.",
        "Port: ferries sail\nStatus: withheld\n\nBody.",
        "Ferries sail\nPartners: alpha\n\nBody.",
        "Headline: Ferries sail\nhttps://coast.example\nStatus: withheld\n\nBody.",
      })
  void aFieldThatDecidesIsNotLostWithinTheText(String text) {
    assertThat(rejection(text, SOURCE).code()).isEqualTo("FIELD_MISPLACED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ferries sail\n\nPartners: the state and the port\n\nBody.",
        "Port: ferries sail\n\nNo one knows its status: it is closed.",
        "What became of the promises\n\nStatus: Fulfilled.\n\nBody.",
        "Text: Jane Doe\n\nBody.",
      })
  void aTextMaySpeakOfPartnersAndStatus(String text) {
    assertThat(FrontMatter.of(text, SOURCE, true)).isInstanceOf(FrontMatter.Result.None.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'embargo_date: 2026-12-01', FIELD_UNKNOWN",
    "'embargo-time: 06:00', FIELD_UNKNOWN",
    "'action: kill', FIELD_UNKNOWN",
    "'action: withdraw', FIELD_UNKNOWN",
    "'deleted: true', FIELD_UNKNOWN",
    "'published: false', DRAFT",
    "'publish: no', DRAFT",
    "'draft: until legal has read it', DRAFT",
    "'date: 2026-12-05', DATE_AHEAD",
    "'publishDate: 2026-12-05T06:00:00Z', DATE_AHEAD",
    "'release date: 30 November 2026, 06:00 GMT', DATE_AHEAD",
    "'publish after: 1 December 2026', EMBARGO_WITHOUT_ZONE",
    "'eds: Embargoed until 6 p.m.', EMBARGO_UNREADABLE",
    "'note: do not publish before Ana calls', NOT_FOR_PUBLICATION",
  })
  void whatMeansNotYetIsRefused(String field, String code) {
    String fields = "---\ntitle: Ferries sail\n" + field + "\n---\nBody.";
    assertThat(rejection(fields, DROPPED).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "published: true\ndate: 2026-11-29",
        "publish: 2026-11-29",
        "date: 2026-11-30",
        "date: 2026-12-05\nembargo: 2026-12-05T06:00Z",
        "date: 2026-12-05\nstatus: usable",
        "action: update",
        "draft: false",
        "release date: 29 November 2026",
        "status: usable\nnote: do not publish before Ana calls",
      })
  void whatMeansNowIsRead(String fields) {
    assertThat(FrontMatter.of("---\ntitle: Ferries\n" + fields + "\n---\n", DROPPED, true))
        .isInstanceOf(FrontMatter.Result.Found.class);
  }

  @Test
  void aFileWhoseTimeNobodySetTellsNoDateAhead() {
    assertThat(facts("---\ndate: 2026-12-05\n---\n").date()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'Correction: the port is Dover\n\nText', correction alone is a headline",
    "'Minister: no new ferries\n\nText', a headline with a colon",
    "'---\n\nText after a rule.\n\n---\n', rules",
  })
  void takesNoTextForFields(String text, String why) {
    assertThat(FrontMatter.of(text, SOURCE, true))
        .as(why)
        .isInstanceOf(FrontMatter.Result.None.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'---\nstatus: draft\n---\n', STATUS_UNKNOWN, 'front matter, line 2: status: draft'",
    "'---\nheadline: x\nembargo: tomorrow\n---\n', EMBARGO_UNREADABLE, 'front matter, line 3: embargo: tomorrow'",
    "'---\nembargo: 2026-11-23T18:00\n---\n', EMBARGO_WITHOUT_ZONE, 'front matter, line 2: embargo: 2026-11-23T18:00'",
    "'---\nembago: 2026-11-23T18:00Z\n---\n', FIELD_UNKNOWN, 'front matter, line 2: embago: 2026-11-23T18:00Z'",
    "'---\nembargo:\n---\n', FIELD_EMPTY, 'front matter, line 2: embargo: '",
    "'---\nurgency: high\n---\n', URGENCY_UNKNOWN, 'front matter, line 2: urgency: high'",
    "'---\ntitle: a\ntitle: b\n---\n', FRONT_MATTER_DUPLICATE, 'front matter, line 3'",
    "'---\ntitle: a\nheadline: b\n---\n', FRONT_MATTER_DUPLICATE, 'front matter, line 3'",
    "'---\ntitle: !!java.net.URL [x]\n---\n', YAML_UNSAFE, 'front matter, line 2'",
    "'---\na: &a [x]\nb: [*a, *a]\n---\n', YAML_LIMIT, 'front matter, line 2'",
    "'---\ntitle: x\n\nText that never closes.', FRONT_MATTER_UNCLOSED, 'front matter, line 1: ---'",
    "'---\ndraft: true\n---\n', DRAFT, 'front matter, line 2: draft: true'",
  })
  void refusesInPlainWords(String text, String code, String where) {
    FrontMatter.Result result = FrontMatter.of(text, SOURCE, true);
    assertThat(result).isInstanceOf(FrontMatter.Result.Wrong.class);
    Rejection rejection = ((FrontMatter.Result.Wrong) result).rejection();
    assertThat(rejection.code()).isEqualTo(code);
    assertThat(rejection.where()).isEqualTo(where);
    assertThat(rejection.remedy()).endsWith(".");
  }

  @Test
  void readsPlainToml() {
    Facts facts = facts("+++\ntitle = \"Ferries sail\"\ntags = [\"ports\", \"sea\"]\n+++\nBody.");
    assertThat(facts.headline()).isEqualTo("Ferries sail");
    assertThat(facts.subjects()).containsExactly(Subject.tag("ports"), Subject.tag("sea"));
  }

  private static Rejection rejection(String text, Source source) {
    FrontMatter.Result result = FrontMatter.of(text, source, true);
    assertThat(result).isInstanceOf(FrontMatter.Result.Wrong.class);
    return ((FrontMatter.Result.Wrong) result).rejection();
  }

  private static Facts facts(String text) {
    FrontMatter.Result result = FrontMatter.of(text, SOURCE, true);
    assertThat(result).isInstanceOf(FrontMatter.Result.Found.class);
    return ((FrontMatter.Result.Found) result).facts();
  }
}
