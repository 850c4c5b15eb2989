package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.cli.CouncilCommand;
import council.app.server.Instance;
import council.platform.audit.AuditSeal;
import council.platform.audit.AuditSealing;
import council.platform.data.Transactions;
import council.platform.identity.Role;
import council.platform.jobs.SystemActor;
import council.testing.Database;
import council.testing.PostgresForTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The audit as a council's auditor verifies it, from outside; the last tests break the chain. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AuditVerificationTest {
  @TempDir static Path folder;
  private final Database database = PostgresForTests.shared().emptyDatabase();
  private Instance instance;
  private EveryMutation council;
  private Path heads;
  private Path export;

  private record Ran(int status, String out, String err) {}

  @BeforeAll
  void createAndSeal() throws IOException {
    instance = DemoServer.startEmpty(database);
    council = new EveryMutation(instance, database);
    council.createCouncil();
    seal();
    heads = folder.resolve("heads.txt");
    Files.writeString(heads, run("audit", "head", EveryMutation.COUNCIL).out());
    export = folder.resolve("audit.jsonl");
    Files.writeString(export, run("audit", "export", EveryMutation.COUNCIL).out());
  }

  @AfterAll
  void stop() {
    instance.close();
  }

  @Test
  @Order(1)
  void aWholeAuditIsSoundThroughTheApiAndFromAFile() {
    Ran served = run("audit", "verify", EveryMutation.COUNCIL, "--head", heads.toString());
    assertThat(served.out()).contains("Sound.").doesNotContain("No head was given");
    assertThat(served.status()).isZero();

    Ran offline = offline(export, "--head", heads.toString());
    assertThat(offline.out()).contains("Sound.").doesNotContain("No head was given");
    assertThat(offline.status()).isZero();
    assertThat(offline(export).out()).contains("No head was given");
  }

  @Test
  @Order(1)
  void theInstanceVerifiesInParts() {
    int verified = 0;
    JsonNode part;
    do {
      part =
          council
              .as(Role.TENANT_ADMIN)
              .execute(
                  "query($at: Int) { verifyAudit(verified: $at, batches: 1) { verified complete"
                      + " faultCount entries sha256 faults { kind } } }",
                  Map.of("at", verified))
              .path("verifyAudit");
      assertThat(part.path("faultCount").asInt()).isZero();
      verified = part.path("verified").asInt();
    } while (!part.path("complete").asBoolean());
    assertThat(verified).isEqualTo(1);
  }

  @Test
  @Order(1)
  void onlyAuditorAndAdministratorSeeTheSeals() {
    for (Role role : List.of(Role.AUDITOR, Role.TENANT_ADMIN)) {
      assertThat(council.as(role).execute("{ auditHead { number sha256 } }", Map.of()).toString())
          .contains("\"number\":1");
    }
    for (Role role : List.of(Role.COMMISSIONER, Role.LEAD_COMMISSIONER, Role.FINANCE)) {
      for (String field :
          List.of(
              "auditHead { sha256 }",
              "auditSeals { totalCount }",
              "sealedAuditEntries { totalCount }",
              "verifyAudit { complete }")) {
        assertThatThrownBy(() -> council.as(role).execute("{ " + field + " }", Map.of()))
            .hasMessageContaining("FORBIDDEN");
      }
    }
  }

  @Test
  @Order(1)
  void entriesTellTheirSeal() {
    JsonNode entry =
        council
            .as(Role.AUDITOR)
            .execute(
                "{ auditEntries(first: 1, sealed: true) { nodes { seal awaitsSeal seq canonical } }"
                    + " }",
                Map.of())
            .at("/auditEntries/nodes/0");
    assertThat(entry.path("seal").asInt()).isEqualTo(1);
    assertThat(entry.path("awaitsSeal").asBoolean()).isFalse();
    assertThat(entry.path("canonical").asText())
        .startsWith("{\"action\":")
        .contains("\"seq\":" + entry.path("seq").asText() + ",");
  }

  @Test
  @Order(1)
  void aFileThatWasTouchedIsTold() throws IOException {
    List<String> lines = Files.readAllLines(export);
    int row = 3;
    assertThat(changed(lines, row, lines.get(row).replace("demo-", "other-")).out())
        .contains("ALTERED: In batch 1 (row ");
    assertThat(changed(lines, row, null).out()).contains("REMOVED: In batch 1 ");
    assertThat(changed(lines, 1, null).out()).contains("SEAL_MISSING: Batch 1 is missing");
    assertThat(changed(lines, 1, lines.get(1).replace("\"entries\":", "\"entries\":1")).out())
        .contains("SEAL_ALTERED: Batch 1 does not fit its own hash");
    List<String> exchanged = new ArrayList<>(lines);
    java.util.Collections.swap(exchanged, row, row + 1);
    assertThat(offline(write(exchanged)).out()).contains("REMOVED: In batch 1");
  }

  @Test
  @Order(1)
  void aFileThatIsNoExportIsRefused() throws IOException {
    List<String> lines = Files.readAllLines(export);
    Ran cut = offline(write(lines.subList(0, lines.size() - 1)));
    assertThat(cut.status()).isEqualTo(1);
    assertThat(cut.err()).contains("it was cut off");
    assertThat(offline(write(List.of("{}"))).err()).contains("begins otherwise");
    assertThat(offline(write(List.of("no json"))).err()).contains("line 1 has something that");
    assertThat(run("audit", "verify").status()).isEqualTo(2);
    assertThat(offline(export, "--head", export.toString()).err())
        .contains("audit.jsonl:1: expected council, number and hash");
    Path other = write(List.of("elsewhere 1 " + "0".repeat(64)));
    assertThat(offline(export, "--head", other.toString()).status()).isEqualTo(1);
    assertThat(offline(export, "--head", other.toString()).err()).contains("expected a head of");
  }

  /** Whoever owns the database makes a chain in which every hash fits: the kept head tells. */
  @Test
  @Order(2)
  void aChainThatWasWrittenAnewDiffersFromTheKeptHead() throws SQLException {
    tamper(
        "update platform.audit set by_label = 'somebody else' where tenant_id = 'audited'",
        "delete from platform.audit_sealed_entry where tenant_id = 'audited'",
        "delete from platform.audit_seal where tenant_id = 'audited'",
        "insert into platform.audit_unsealed (tenant_id, id, seq)"
            + " select tenant_id, id, seq from platform.audit where tenant_id = 'audited'");
    seal();

    assertThat(run("audit", "verify", EveryMutation.COUNCIL).out()).contains("Sound. No head");
    Ran compared = run("audit", "verify", EveryMutation.COUNCIL, "--head", heads.toString());
    assertThat(compared.status()).isEqualTo(1);
    assertThat(compared.out())
        .contains("HEAD_MISMATCH: Batch 1 is not the one that was published.");
  }

  @Test
  @Order(3)
  void anAuditThatWasCutOffEndsBeforeTheKeptHead() throws SQLException {
    tamper(
        "delete from platform.audit_sealed_entry where tenant_id = 'audited'",
        "delete from platform.audit_seal where tenant_id = 'audited'",
        "delete from platform.audit where tenant_id = 'audited'");

    assertThat(run("audit", "verify", EveryMutation.COUNCIL).out()).contains("Sound. No head");
    assertThat(run("audit", "verify", EveryMutation.COUNCIL, "--head", heads.toString()).out())
        .contains("HEAD_MISMATCH: Batch 1 was published, but the chain ends with batch 0.");
    assertThat(run("audit", "head", EveryMutation.COUNCIL).err()).contains("Nothing");
  }

  private void seal() {
    var system = SystemActor.of(EveryMutation.COUNCIL, Set.of());
    var sealing = instance.context().getBean(AuditSealing.class);
    Optional<AuditSeal> sealed;
    do {
      sealed =
          instance
              .context()
              .getBean(Transactions.class)
              .write(system, () -> sealing.sealNext(system.tenant()));
    } while (sealed.isPresent());
  }

  private void tamper(String... statements) throws SQLException {
    try (Connection superuser = database.connectAsSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private Ran changed(List<String> lines, int at, @org.jspecify.annotations.Nullable String line)
      throws IOException {
    List<String> changed = new ArrayList<>(lines);
    if (line == null) {
      changed.remove(at);
    } else {
      assertThat(line).isNotEqualTo(changed.get(at));
      changed.set(at, line);
    }
    Ran ran = offline(write(changed));
    assertThat(ran.status()).isEqualTo(1);
    return ran;
  }

  private Path write(List<String> lines) throws IOException {
    return Files.write(folder.resolve("touched.jsonl"), lines);
  }

  private Ran offline(Path file, String... more) {
    List<String> line = new ArrayList<>(List.of("audit", "verify", "--file", file.toString()));
    line.addAll(List.of(more));
    return print(line);
  }

  private Ran run(String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--url", instance.url(), "--token", council.token(Role.AUDITOR)));
    return print(line);
  }

  private static Ran print(List<String> line) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        CouncilCommand.run(new PrintWriter(out), new PrintWriter(err), line.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }
}
