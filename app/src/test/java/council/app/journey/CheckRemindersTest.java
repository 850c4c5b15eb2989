package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.RoundUpload;
import council.app.demo.DemoUsers;
import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.identity.Role;
import council.platform.jobs.JobRun;
import council.platform.jobs.RecurringJob;
import council.platform.jobs.RecurringJob.Occurrence;
import council.platform.jobs.SystemActor;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A year's pass ends: people are told 30 and 7 days before, once each, whenever somebody looks. */
final class CheckRemindersTest {
  private static final String CODE = "reminding";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private final DemoServer demo = DemoServer.shared();

  private void bringIn() throws IOException {
    new Administration(demo.as("platform", Role.PLATFORM_OPERATOR))
        .createTenant(CODE, "Reminding", demo.tokens().issuer(CODE), DemoUsers.staff());
    String scheme =
        Files.readString(Northmere.scheme()).replace("council: northmere", "council: " + CODE);
    new Administration(demo.as(CODE, Role.TENANT_ADMIN)).loadScheme(scheme, false);
    RoundUpload rounds = new RoundUpload(demo.as(CODE, Role.COMMISSIONER));
    Map<String, String> files =
        new HashMap<>(RoundUpload.readFolder(Northmere.round("home-support-2024")));
    rounds.importFiles(rounds.open("R", "HOME_SUPPORT", "R"), files, false);
  }

  /** A pass whose last day is so many days from today, or a day less. */
  private void pass(String provider, int daysLeft) {
    record(provider, "Yes", TODAY.plusDays(daysLeft + 1L).minusMonths(12));
  }

  private void record(String provider, String answer, LocalDate on) {
    JsonNode problems =
        demo.as(CODE, Role.CONTRACT_OFFICER)
            .execute(
                """
                mutation($provider: String!, $answer: String!, $on: Date!, $key: String!) {
                  recordDueDiligence(input: { idempotencyKey: $key, vehicle: "SHORT_BREAKS",
                    provider: $provider, check: "INSURED", answer: $answer, on: $on,
                    evidence: "Certificate" }) { problems { code } } }
                """,
                Map.of(
                    "provider",
                    provider,
                    "answer",
                    answer,
                    "on",
                    on.toString(),
                    "key",
                    UUID.randomUUID().toString()))
            .at("/recordDueDiligence/problems");
    assertThat(problems).isEmpty();
  }

  private void look() {
    RecurringJob job =
        demo.instance().context().getBeansOfType(RecurringJob.class).stream()
            .filter(one -> one.kind().code().equals("framework.remind-of-checks"))
            .findFirst()
            .orElseThrow();
    job.run(new Run(), new Occurrence(Instant.now()));
  }

  /** Provider and days before, of all that was told. */
  private List<String> told() {
    return demo.ask(
            CODE,
            Role.AUDITOR,
            "{ auditEntries(first: 100, action: \"CheckEndAnnounced\") { nodes { after by provider"
                + " { reference } } } }")
        .at("/auditEntries/nodes")
        .valueStream()
        .map(entry ->
            "%s %s %s"
                .formatted(
                    entry.at("/provider/reference").asText(),
                    entry.at("/after/daysBefore").asText(),
                    entry.path("by").asText()))
        .sorted()
        .toList();
  }

  @Test
  void eachReminderIsGivenOnceAndWhatWasMissedIsMadeUpFor() throws IOException {
    bringIn();
    pass("N01", 45);
    pass("N02", 20);
    pass("N03", -40); // nobody looked for months
    pass("N04", 20);
    record("N04", "Yes", TODAY.minusDays(5)); // renewed
    pass("N05", 5);
    record("N05", "No", TODAY.minusDays(5)); // taken back

    look();
    assertThat(told()).containsExactly("N02 30 system", "N03 30 system", "N03 7 system");
    look();
    assertThat(told()).hasSize(3);
    pass("N01", 5);
    look();
    assertThat(told()).hasSize(3).noneMatch(line -> line.startsWith("N01"));
  }

  /** A run in which every step is a transaction of the council's own. */
  private final class Run implements JobRun {
    private final Transactions transactions = demo.instance().context().getBean(Transactions.class);

    @Override
    public UUID jobId() {
      return new UUID(0, 0);
    }

    @Override
    public Actor actor() {
      return SystemActor.of(CODE, Set.of());
    }

    @Override
    public int tries() {
      return 1;
    }

    @Override
    public <T> T step(Supplier<T> work) {
      return transactions.write(actor(), work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return transactions.read(actor(), work);
    }

    @Override
    public <C extends Record> Optional<C> findCheckpoint(Class<C> type) {
      return Optional.empty();
    }

    @Override
    public void keep(Record checkpoint) {}

    @Override
    public void progress(long done, long total) {}
  }
}
