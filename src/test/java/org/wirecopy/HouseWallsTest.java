package org.wirecopy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may know whom: the walls of the house. */
class HouseWallsTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.wirecopy");

  private static final ArchRule articleKnowsNobody =
      classes()
          .that()
          .resideInAPackage("org.wirecopy.article..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.wirecopy.article..", "java..", "org.jspecify..");

  private static final ArchRule whatIsUsedNeverUsesItsUser =
      slices().matching("org.wirecopy.(*)..").should().beFreeOfCycles();

  private static final ArchRule intakeKnowsOnlyArticle = knowsOnlyArticle("intake");
  private static final ArchRule relatedKnowsOnlyArticle = knowsOnlyArticle("related");
  private static final ArchRule ninjsKnowsOnlyArticle = knowsOnlyArticle("ninjs");
  private static final ArchRule ledgerKnowsOnlyArticle = knowsOnlyArticle("ledger");
  private static final ArchRule deliveryKnowsOnlyArticle = knowsOnlyArticle("delivery");
  private static final ArchRule mediaKnowsOnlyArticle = knowsOnlyArticle("media");

  private static final ArchRule deskReadsOnlyTheLedger =
      noClasses()
          .that()
          .resideInAPackage("org.wirecopy.desk..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.wirecopy.intake..",
              "org.wirecopy.related..",
              "org.wirecopy.ninjs..",
              "org.wirecopy.delivery..",
              "org.wirecopy.media..");

  private static final ArchRule onlyTheLedgerSpeaksSql =
      only("ledger", "java.sql..", "org.sqlite..");

  private static final ArchRule onlyRelatedSpeaksLucene = only("related", "org.apache.lucene..");

  private static final ArchRule onlyTheProgramStartsCamel =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.wirecopy")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.camel.main..", "org.apache.camel.impl..");

  @TestFactory
  Stream<DynamicTest> everyWallStands() {
    return Stream.of(
            Map.entry("articleKnowsNobody", articleKnowsNobody),
            Map.entry("whatIsUsedNeverUsesItsUser", whatIsUsedNeverUsesItsUser),
            Map.entry("intakeKnowsOnlyArticle", intakeKnowsOnlyArticle),
            Map.entry("relatedKnowsOnlyArticle", relatedKnowsOnlyArticle),
            Map.entry("ninjsKnowsOnlyArticle", ninjsKnowsOnlyArticle),
            Map.entry("ledgerKnowsOnlyArticle", ledgerKnowsOnlyArticle),
            Map.entry("deliveryKnowsOnlyArticle", deliveryKnowsOnlyArticle),
            Map.entry("mediaKnowsOnlyArticle", mediaKnowsOnlyArticle),
            Map.entry("deskReadsOnlyTheLedger", deskReadsOnlyTheLedger),
            Map.entry("onlyTheLedgerSpeaksSql", onlyTheLedgerSpeaksSql),
            Map.entry("onlyRelatedSpeaksLucene", onlyRelatedSpeaksLucene),
            Map.entry("onlyTheProgramStartsCamel", onlyTheProgramStartsCamel))
        .map(wall -> dynamicTest(wall.getKey(), () -> wall.getValue().check(HOUSE)));
  }

  private static ArchRule knowsOnlyArticle(String room) {
    return noClasses()
        .that()
        .resideInAPackage("org.wirecopy." + room + "..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are another room's",
                other ->
                    other.getPackageName().startsWith("org.wirecopy")
                        && !other.getPackageName().startsWith("org.wirecopy." + room)
                        && !other.getPackageName().startsWith("org.wirecopy.article")));
  }

  private static ArchRule only(String room, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("org.wirecopy." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }
}
