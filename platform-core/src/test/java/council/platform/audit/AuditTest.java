package council.platform.audit;

import static council.platform.TestCouncil.officerOf;
import static council.platform.store.generated.Tables.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.TestCouncil;
import council.platform.identity.Actor;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {
  private TestCouncil council;
  private Audit audit;

  @BeforeAll
  void start() {
    council = new TestCouncil();
    audit = council.bean(Audit.class);
  }

  @AfterAll
  void stop() {
    council.close();
  }

  @Test
  void keepsWhoWhatWhyBeforeAndAfterInOrder() {
    Actor officer = officerOf(council.createTenant());
    record(officer, change("First", null, Map.of("b", 2, "a", 1)), change("Second", "x", null));
    var rows =
        council.read(officer, () -> council.db().selectFrom(AUDIT).orderBy(AUDIT.SEQ).fetch());
    assertThat(rows.map(row -> row.getAction())).containsExactly("First", "Second");
    assertThat(rows.getFirst().getAfter()).isEqualTo("{\"a\":1,\"b\":2}");
    assertThat(rows.getFirst().getBefore()).isNull();
    assertThat(rows.getLast().getBefore()).isEqualTo("\"x\"");
    assertThat(rows.getFirst().getByLabel()).isEqualTo("officer");
    assertThat(rows.getFirst().getWhy()).isEqualTo("because");
  }

  @Test
  void isRolledBackWithTheChange() {
    Actor officer = officerOf(council.createTenant());
    assertThatThrownBy(() ->
            council.write(
                officer,
                () -> {
                  audit.record(officer, change("Never", null, null));
                  throw new IllegalArgumentException("no");
                }))
        .hasMessage("no");
    assertThat(council.read(officer, () -> council.db().fetchCount(AUDIT))).isZero();
  }

  @Test
  void nobodyChangesOrDeletesIt() {
    Actor officer = officerOf(council.createTenant());
    record(officer, change("Kept", null, null));
    assertThatThrownBy(() -> council.write(officer, () -> council.db().deleteFrom(AUDIT).execute()))
        .rootCause()
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() ->
            council.write(
                officer, () -> council.db().update(AUDIT).set(AUDIT.WHY, "other").execute()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private void record(Actor actor, Change... changes) {
    council.write(
        actor,
        () -> {
          audit.recordAll(actor, List.of(changes));
          return changes.length;
        });
  }

  private static Change change(String action, @Nullable Object before, @Nullable Object after) {
    return new Change("Thing", new UUID(1, 1), action, before, after, "because", null);
  }
}
