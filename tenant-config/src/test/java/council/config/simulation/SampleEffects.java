package council.config.simulation;

import council.platform.decision.Effect;
import council.platform.decision.Effect.Kind;
import council.platform.decision.Reason;
import council.platform.decision.Reason.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Effects of decisions that nobody made. */
final class SampleEffects {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private SampleEffects() {}

  static Effect outcome(String key, @Nullable String provider, String value, String amount) {
    return new Effect(
        key, Kind.OUTCOME, provider, "Place", value, new BigDecimal(amount), null, List.of());
  }

  static Effect obligation(String key, String provider, LocalDate due) {
    return new Effect(key, Kind.OBLIGATION, provider, "Return", "due", null, due, List.of());
  }

  static Effect because(Effect effect, String rule) {
    Reason reason = Reason.of(rule, "", Verdict.PASSED, Map.of());
    return new Effect(
        effect.key(),
        effect.kind(),
        effect.provider(),
        effect.what(),
        effect.value(),
        effect.amount(),
        effect.due(),
        List.of(reason));
  }

  /** Some of a few keys, so that two lists have much in common. */
  static List<Effect> random(Random random) {
    List<Effect> effects = new ArrayList<>();
    for (int key = 0; key < 8; key++) {
      if (random.nextInt(3) > 0) {
        effects.add(random(random, "effect/" + key));
      }
    }
    return effects;
  }

  private static Effect random(Random random, String key) {
    return new Effect(
        key,
        random.nextBoolean() ? Kind.OUTCOME : Kind.OBLIGATION,
        random.nextInt(4) == 0 ? null : "P00" + random.nextInt(2),
        "Something",
        "value " + random.nextInt(2),
        random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(300), 2),
        random.nextInt(3) == 0 ? null : DAY.plusDays(random.nextInt(2)),
        List.of());
  }
}
