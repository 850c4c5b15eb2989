package council.platform.decision;

import static council.platform.TestCouncil.officerOf;
import static council.platform.TestCouncil.providerUserOf;
import static council.platform.store.generated.Tables.DECISION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.TestCouncil;
import council.platform.TestScheme;
import council.platform.decision.Decisions.Recorded;
import council.platform.decision.Reason.Verdict;
import council.platform.directory.Directory;
import council.platform.directory.DirectoryEntries;
import council.platform.directory.ImportMode;
import council.platform.directory.ProviderEntry;
import council.platform.directory.ProviderForm;
import council.platform.identity.Actor;
import council.platform.module.CouncilModule;
import council.platform.module.InstalledModules;
import council.platform.personal.People;
import council.platform.personal.PersonalText;
import council.platform.personal.Pseudonymisation;
import council.platform.problem.PlatformException;
import council.platform.problem.Refused;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import council.platform.store.generated.tables.records.DecisionRecord;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsTest {
  private static final Instant NOW = Instant.parse("2015-07-01T09:00:00Z");
  private static final UUID SUBJECT = new UUID(1, 1);

  record Section(BigDecimal threshold) {}

  record Facts(String provider, BigDecimal score, LocalDate on) {}

  record Result(boolean passed, BigDecimal margin) {}

  /** Its word can be changed, to show that a replay notices. */
  private static final class Gate implements DecisionEngine<Section, Facts, Result> {
    private BigDecimal added = BigDecimal.ZERO;

    @Override
    public String kind() {
      return "test.gate";
    }

    @Override
    public Class<Section> sectionType() {
      return Section.class;
    }

    @Override
    public Class<Facts> factsType() {
      return Facts.class;
    }

    @Override
    public Class<Result> resultType() {
      return Result.class;
    }

    @Override
    public Decided<Result> decide(Section section, Facts facts) {
      BigDecimal margin = facts.score().subtract(section.threshold()).add(added);
      Verdict verdict = margin.signum() < 0 ? Verdict.FAILED : Verdict.PASSED;
      Map<String, String> seen =
          Map.of("score", facts.score().toPlainString(), "threshold", "" + section.threshold());
      return new Decided<>(
          new Result(verdict == Verdict.PASSED, margin),
          List.of(Reason.of("reachesThreshold", "test.threshold", verdict, seen)));
    }
  }

  private static final Facts FACTS =
      new Facts("P001", new BigDecimal("71.2000"), LocalDate.of(2015, 6, 1));

  private final Gate gate = new Gate();
  private TestCouncil council;
  private Decisions decisions;
  private SchemeVersion scheme;
  private String tenant;
  private Actor officer;

  @BeforeAll
  void start() {
    council = new TestCouncil();
    scheme = new TestScheme("x", LocalDate.of(2015, 6, 1), new Section(new BigDecimal("60")));
    decisions =
        new StoredDecisions(
            council.db(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new DecisionEngines(new InstalledModules(List.of(moduleWith(gate)))),
            this::schemes);
  }

  @AfterAll
  void stop() {
    council.close();
  }

  @BeforeEach
  void aNewCouncil() {
    gate.added = BigDecimal.ZERO;
    tenant = council.createTenant();
    officer = officerOf(tenant);
  }

  @Test
  void keepsFactsResultReasonsSchemeAndWho() {
    Recorded<Result> recorded = decide(null);
    assertThat(recorded.decided().result()).isEqualTo(new Result(true, new BigDecimal("11.2000")));
    DecisionRecord row = row(recorded.id());
    assertThat(row.getFacts())
        .isEqualTo("{\"on\":\"2015-06-01\",\"provider\":\"P001\",\"score\":\"71.2000\"}");
    assertThat(row.getResult()).isEqualTo("{\"margin\":\"11.2000\",\"passed\":true}");
    assertThat(row.getReasons()).contains("reachesThreshold", "\"score\":\"71.2000\"");
    assertThat(row.getSchemeHash()).isEqualTo(scheme.contentHash());
    assertThat(row.getDecidedAt()).isEqualTo(NOW);
    assertThat(row.getDecidedBy()).isEqualTo("officer");
  }

  @Test
  void replayGivesTheSameBytes() {
    UUID id = decide(null).id();
    Decisions.Replay replay = council.read(officer, () -> decisions.replay(id));
    assertThat(replay.identical()).isTrue();
    assertThat(replay.replayedSha256()).isEqualTo(replay.keptSha256()).hasSize(64);
  }

  @Test
  void replayGivesTheSameBytesAfterAPersonWasPseudonymised() {
    People people = council.bean(People.class);
    UUID person =
        council.write(
            officer,
            () -> people.register(officer, new PersonalText("X-9"), LocalDate.of(1990, 1, 1)));
    Facts facts = new Facts(person.toString(), new BigDecimal("71.2000"), LocalDate.of(1989, 1, 1));
    UUID decision =
        council
            .write(
                officer,
                () -> decisions.decide(officer, gate, scheme, facts, "Person", person, null))
            .id();
    assertThat(
            council.write(
                officer, () -> council.bean(Pseudonymisation.class).pseudonymiseDue(officer, 10)))
        .containsExactly(person);
    assertThat(council.read(officer, () -> decisions.replay(decision)).identical()).isTrue();
    assertThat(row(decision).getFacts()).contains(person.toString());
  }

  @Test
  void replayNoticesAnEngineThatChangedItsMind() {
    UUID id = decide(null).id();
    gate.added = new BigDecimal("0.0001");
    Decisions.Replay replay = council.read(officer, () -> decisions.replay(id));
    assertThat(replay.identical()).isFalse();
    assertThat(replay.replayedSha256()).isNotEqualTo(replay.keptSha256());
  }

  @Test
  void aPersonMayDecideOtherwiseAndSaysWhy() {
    UUID id = decide(null).id();
    Result otherwise = new Result(false, BigDecimal.ZERO);
    Recorded<Result> override =
        council.write(
            officer, () -> decisions.override(officer, id, otherwise, "Evidence came late"));
    DecisionRecord row = row(override.id());
    assertThat(row.getOverrideOf()).isEqualTo(id);
    assertThat(row.getOverrideReason()).isEqualTo("Evidence came late");
    assertThat(row.getFacts()).isEqualTo(row(id).getFacts());
    assertThatThrownBy(() -> council.read(officer, () -> decisions.replay(override.id())))
        .isInstanceOf(PlatformException.class);
    assertThatThrownBy(
            () -> council.write(officer, () -> decisions.override(officer, id, otherwise, " ")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void nobodyChangesOrDeletesADecision() {
    UUID id = decide(null).id();
    assertDenied(() -> council.db().update(DECISION).set(DECISION.RESULT, "{}").execute());
    assertDenied(() -> council.db().deleteFrom(DECISION).where(DECISION.ID.eq(id)).execute());
  }

  @Test
  void aProviderUserSeesWhatConcernsItAloneOnly() {
    UUID mine = providerId("P001");
    UUID theirs = providerId("P002");
    UUID id = decide(mine).id();
    decide(theirs);
    decide(null);
    assertThat(
            council.read(
                providerUserOf(tenant, mine),
                () -> council.db().select(DECISION.ID).from(DECISION).fetch(DECISION.ID)))
        .containsExactly(id);
  }

  @Test
  void anotherCouncilCannotReplayIt() {
    UUID id = decide(null).id();
    Actor other = officerOf(council.createTenant());
    assertThatThrownBy(() -> council.read(other, () -> decisions.replay(id)))
        .isInstanceOf(PlatformException.class)
        .hasMessage("There is no such decision.");
  }

  @Test
  void factsThatLoseSomethingOnTheWayAreRefused() {
    assertThatThrownBy(() -> Outcome.throughCanonical("{\"margin\":\"1\"}", Result.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Outcome.throughCanonical("{\"threshold\":\"1E2\"}", Section.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("comes back different");
  }

  private Recorded<Result> decide(@Nullable UUID provider) {
    return council.write(
        officer,
        () -> decisions.decide(officer, gate, scheme, FACTS, "Application", SUBJECT, provider));
  }

  private DecisionRecord row(UUID id) {
    return council.read(
        officer, () -> council.db().selectFrom(DECISION).where(DECISION.ID.eq(id)).fetchSingle());
  }

  private void assertDenied(java.util.function.Supplier<Integer> work) {
    assertThatThrownBy(() -> council.write(officer, work))
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, denied -> assertThat(denied.getSQLState()).isEqualTo("42501"));
  }

  private UUID providerId(String reference) {
    Directory directory = council.bean(Directory.class);
    ProviderEntry entry =
        new ProviderEntry(
            reference, reference, null, null, null, null, null, null, ProviderForm.ORGANISATION);
    var entries =
        new DirectoryEntries(LocalDate.of(2015, 6, 1), List.of(entry), List.of(), List.of());
    council.write(officer, () -> directory.importEntries(officer, entries, ImportMode.APPLY));
    return council
        .read(officer, () -> directory.findProvidersByReference(officer, Set.of(reference)))
        .values()
        .iterator()
        .next()
        .id()
        .value();
  }

  private static CouncilModule moduleWith(DecisionEngine<?, ?, ?> engine) {
    return new CouncilModule() {
      @Override
      public String id() {
        return "test";
      }

      @Override
      public List<DecisionEngine<?, ?, ?>> decisionEngines() {
        return List.of(engine);
      }
    };
  }

  private Schemes schemes() {
    return new Schemes() {
      @Override
      public Optional<SchemeVersion> findInForce(LocalDate date) {
        return Optional.of(scheme);
      }

      @Override
      public Optional<SchemeVersion> findInForceForExisting(LocalDate date) {
        return findInForce(date);
      }

      @Override
      public SchemeVersion getVersion(UUID id) {
        assertThat(id).isEqualTo(scheme.id());
        return scheme;
      }
    };
  }
}
