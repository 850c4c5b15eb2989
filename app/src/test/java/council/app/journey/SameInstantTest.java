package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.platform.identity.Role;
import council.testing.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Somebody else writes the same name and commits after we have looked and before we write: the
 * problem is the one that is told when the name is taken for long.
 */
final class SameInstantTest {
  private static final String WAITING =
      "select count(*) from pg_stat_activity where datname = current_database()"
          + " and wait_event_type = 'Lock'";
  private final DemoServer demo = DemoServer.shared();
  private final String name = "instant-" + UUID.randomUUID();

  @Test
  void aLabelIsToldByName() throws Exception {
    JsonNode answer =
        whileSomebodyCommits(
            "insert into platform.principal (tenant_id, id, issuer_id, subject, label)"
                + " select tenant_id, gen_random_uuid(), id, 'somebody-else', '%s'"
                + " from platform.issuer where tenant_id = 'lancashire' limit 1",
            Role.TENANT_ADMIN,
            "createPrincipal",
            Map.of(
                "principal",
                Map.of(
                    "issuer",
                    demo.tokens().issuer("lancashire").issuer(),
                    "subject",
                    name,
                    "label",
                    name,
                    "roles",
                    List.of("FINANCE"))));
    assertThat(answer.findValuesAsText("code")).containsExactly("DUPLICATE_LABEL");
  }

  @Test
  void aRoundsReferenceIsToldByName() throws Exception {
    JsonNode answer =
        whileSomebodyCommits(
            "insert into framework.round (tenant_id, id, reference, vehicle, title, status,"
                + " scheme_version_id, framework_start, revision, created_at)"
                + " select tenant_id, gen_random_uuid(), '%s', vehicle, title, 'COLLECTING',"
                + " scheme_version_id, framework_start, 1, now()"
                + " from framework.round where tenant_id = 'lancashire' limit 1",
            Role.COMMISSIONER,
            "openRound",
            Map.of(
                "vehicle", "SUPPORTED_LIVING", "reference", name, "title", "At the same instant"));
    assertThat(answer.findValuesAsText("code")).containsExactly("DUPLICATE_REFERENCE");
  }

  private JsonNode whileSomebodyCommits(
      String insert, Role role, String mutation, Map<String, Object> input) throws Exception {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
    String document =
        "mutation($input: %s) { answer: %s(input: $input) { problems { code } } }"
            .formatted(type, mutation);
    try (Connection somebody = connect();
        Statement statement = somebody.createStatement()) {
      somebody.setAutoCommit(false);
      assertThat(statement.executeUpdate(insert.formatted(name))).isEqualTo(1);
      CompletableFuture<JsonNode> answer =
          CompletableFuture.supplyAsync(() ->
              demo.as("lancashire", role)
                  .send(document, Map.of("input", MutationExamples.withKey(input))));
      awaitSomebodyWaiting();
      somebody.commit();
      JsonNode told = answer.get(60, TimeUnit.SECONDS);
      assertThat(told.has("errors")).as("%s", told).isFalse();
      return told.path("data").path("answer").path("problems");
    }
  }

  private void awaitSomebodyWaiting() throws SQLException, InterruptedException {
    Instant until = Instant.now().plusSeconds(60);
    try (Connection watcher = connect();
        Statement statement = watcher.createStatement()) {
      while (true) {
        try (ResultSet row = statement.executeQuery(WAITING)) {
          row.next();
          if (row.getInt(1) > 0) {
            return;
          }
        }
        assertThat(Instant.now()).as("nobody waits for the name").isBefore(until);
        Thread.sleep(20);
      }
    }
  }

  private Connection connect() throws SQLException {
    return new Database(
            demo.instance().context().getRequiredProperty("datasources.default.url", String.class))
        .connectAsSuperuser();
  }
}
