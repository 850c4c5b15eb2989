package council.platform.module;

import council.platform.decision.DecisionEngine;
import council.platform.identity.Permission;
import council.platform.scheme.SchemeSection;
import council.platform.scheme.SchemeTemplate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of contents of a module. Found by {@link java.util.ServiceLoader}: a jar on the class
 * path is a module of the instance. Implementations have a public no-argument constructor, hold
 * constants only and do no IO. GraphQL fields come beside it as a bean (graphql-schema's SPI).
 */
public interface CouncilModule {
  /** Short lower-case word, such as {@code framework}; also the name of its database schema. */
  String id();

  /** Ids of the modules that must be there too. */
  default Set<String> requires() {
    return Set.of();
  }

  /** What it adds to the scheme; a tenant has the module if its scheme contains one of these. */
  default List<SchemeSection<?>> schemeSections() {
    return List.of();
  }

  /** Beginnings of a scheme that councils' documents can extend. */
  default List<SchemeTemplate> schemeTemplates() {
    return List.of();
  }

  /**
   * Class-path folder with its Flyway migrations, such as {@code db/framework}; they run in a
   * database schema named like the module.
   */
  default Optional<String> migrations() {
    return Optional.empty();
  }

  default List<Permission> permissions() {
    return List.of();
  }

  /** Kinds of decision that can be replayed. */
  default List<DecisionEngine<?, ?, ?>> decisionEngines() {
    return List.of();
  }

  /** Tables that {@code council export} can print, read through the public GraphQL API. */
  default List<Dataset> datasets() {
    return List.of();
  }
}
