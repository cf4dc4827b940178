package org.wirecopy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom: the walls of the house. */
@AnalyzeClasses(packages = "org.wirecopy", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseWallsTest {
  @ArchTest
  static final ArchRule articleKnowsNobody =
      classes()
          .that()
          .resideInAPackage("org.wirecopy.article..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.wirecopy.article..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule whatIsUsedNeverUsesItsUser =
      slices().matching("org.wirecopy.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule intakeKnowsOnlyArticle = knowsOnlyArticle("intake");
  @ArchTest static final ArchRule relatedKnowsOnlyArticle = knowsOnlyArticle("related");
  @ArchTest static final ArchRule ninjsKnowsOnlyArticle = knowsOnlyArticle("ninjs");
  @ArchTest static final ArchRule ledgerKnowsOnlyArticle = knowsOnlyArticle("ledger");
  @ArchTest static final ArchRule deliveryKnowsOnlyArticle = knowsOnlyArticle("delivery");
  @ArchTest static final ArchRule mediaKnowsOnlyArticle = knowsOnlyArticle("media");

  @ArchTest
  static final ArchRule deskReadsOnlyTheLedger =
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

  @ArchTest
  static final ArchRule onlyTheLedgerSpeaksSql = only("ledger", "java.sql..", "org.sqlite..");

  @ArchTest static final ArchRule onlyRelatedSpeaksLucene = only("related", "org.apache.lucene..");

  @ArchTest
  static final ArchRule onlyTheProgramStartsCamel =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.wirecopy")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.camel.main..", "org.apache.camel.impl..");

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
