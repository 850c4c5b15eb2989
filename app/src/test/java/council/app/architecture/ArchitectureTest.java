package council.app.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house plan: which room may know which, and what each room inside a module is for. */
final class ArchitectureTest {
  private static final String GRAPHQL = "council.graphql..";
  private static final String PLATFORM = "council.platform..";
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("council");

  static List<ArchRule> rules() {
    return List.of(
        arrows("platform"),
        arrows("graphql", PLATFORM),
        arrows("config", GRAPHQL, PLATFORM),
        arrows("framework", GRAPHQL, PLATFORM),
        arrows("contracts", GRAPHQL, PLATFORM, "council.framework.api.."),
        arrows("performance", GRAPHQL, PLATFORM, "council.contracts.api.."),
        arrows(
            "payments", GRAPHQL, PLATFORM, "council.contracts.api..", "council.performance.api.."),
        arrows(
            "commissioning",
            GRAPHQL,
            PLATFORM,
            "council.contracts.api..",
            "council.performance.api.."),
        noClasses()
            .that(resideInAnyPackage("council..domain..", "council..scheme.."))
            .and(resideOutsideOfPackage("council.platform.."))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.net..",
                    "java.sql..",
                    "javax.sql..",
                    "org.jooq..",
                    "org.slf4j..",
                    "io.micronaut..",
                    "jakarta.inject..",
                    "graphql.."))
            .as("engines and scheme records do no IO and log nothing")
            .because("they are run again years later: hand the facts in, from the facade"),
        noClasses()
            .that(resideInAnyPackage("council..domain.."))
            .should()
            .callMethodWhere(
                target(name("now")).and(target(owner(resideInAnyPackage("java.time..")))))
            .orShould()
            .dependOnClassesThat(resideInAnyPackage("java.util.random.."))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(java.time.Clock.class, java.util.Random.class)
            .as("engines know no clock and no chance")
            .because("the date is one of the facts"),
        noClasses()
            .that(resideInAnyPackage("council..store"))
            // What the annotation processor writes beside a bean.
            .and()
            .haveNameNotMatching(".*\\.\\$.*")
            .should()
            .bePublic()
            .allowEmptyShould(true)
            .as("stores are package-private behind their facade")
            .because("only the facade's transaction and refusals make a row mean something"),
        noClasses()
            .that(resideInAnyPackage("council..api.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.jooq..", "council..store..", "graphql.."))
            .allowEmptyShould(true)
            .as("what a module shows to others holds no tables")
            .because("others would depend on how it is kept"));
  }

  private static ArchRule arrows(String room, String... mayKnow) {
    String own = "council." + room + "..";
    return classes()
        .that(resideInAnyPackage(own))
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("council..")
                .or(resideInAnyPackage(own))
                .or(resideInAnyPackage(mayKnow)))
        .allowEmptyShould(true)
        .as(room + " knows only " + (mayKnow.length == 0 ? "itself" : String.join(", ", mayKnow)))
        .because("the house has these arrows and no others; put shared words into the kernel");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsInTheHouse(ArchRule rule) {
    rule.check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isBrokenByItsFixture(ArchRule rule) {
    JavaClasses wrong =
        new ClassFileImporter()
            .importPackages("council")
            .that(resideInAnyPackage("council..wrong.."));

    assertThat(rule.evaluate(wrong).hasViolation()).as(rule.getDescription()).isTrue();
  }

  static Stream<String> rooms() {
    return Stream.of("app", "platform", "graphql", "config", "framework");
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void seesTheRoom(String room) {
    assertThat(HOUSE.that(resideInAnyPackage("council." + room + ".."))).isNotEmpty();
  }
}
