package council.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server or PostgreSQL with SIGKILL at random moments under concurrent writes, starts it
 * again, and looks: every acknowledged write is there once, state, audit and outbox agree, every
 * promised job is done once in effect, and whoever polls events has read each of them once.
 *
 * <p>{@code ./crash-rounds} runs more rounds; {@code council.crash.seed} repeats the moments.
 */
final class CrashRoundsTest {
  private static final int CLIENTS = 6;
  private static final int ROUNDS =
      Integer.getInteger("council.crash.rounds", Boolean.getBoolean("council.test.long") ? 20 : 2);
  private static final long SEED = Long.getLong("council.crash.seed", 20150601L);

  private enum Victim {
    SERVER,
    POSTGRES,
    BOTH
  }

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void everyAcknowledgedWriteIsThereOnce() throws Exception {
    Random random = new Random(SEED);
    Map<String, String> acknowledged = new HashMap<>();
    List<String> violations = new ArrayList<>();
    try (CrashInstance instance = new CrashInstance(folder)) {
      EventReader events = new EventReader(instance);
      KeptRows kept = new KeptRows(instance);
      for (int round = 1; round <= ROUNDS; round++) {
        Victim victim = Victim.values()[(round - 1) % Victim.values().length];
        WritingLoad load = new WritingLoad(instance, random.nextLong());
        load.start(CLIENTS);
        CrashInstance.pause(500 + random.nextInt(2500));
        int before = load.acknowledged.size();
        kill(instance, victim, random);
        CrashInstance.pause(500);
        load.finish();
        acknowledged.putAll(load.acknowledged);
        violations.addAll(load.violations);
        violations.addAll(kept.violations(acknowledged));
        System.out.printf(
            "Round %d of %d (seed %d): killed %s after %d acknowledged writes, %d in all; %d hung"
                + " up, %d unanswered; violations: %d%n",
            round,
            ROUNDS,
            SEED,
            victim,
            before,
            acknowledged.size(),
            load.hungUp.get(),
            load.failed.get(),
            violations.size());
        assertThat(before).as("writes before the kill").isPositive();
        assertThat(violations).isEmpty();
      }
      assertThat(events.finish()).isEqualTo(kept.events());
    }
  }

  private static void kill(CrashInstance instance, Victim victim, Random random) {
    if (victim != Victim.SERVER) {
      instance.killPostgres();
      CrashInstance.pause(random.nextInt(1000));
    }
    if (victim != Victim.POSTGRES) {
      instance.killServer();
    }
    if (victim != Victim.SERVER) {
      instance.startPostgres();
    }
    if (victim != Victim.POSTGRES) {
      instance.startServer();
    }
  }
}
