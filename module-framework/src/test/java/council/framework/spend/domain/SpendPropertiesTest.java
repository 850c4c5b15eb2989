package council.framework.spend.domain;

import static council.framework.spend.domain.SpendFrameworks.START;
import static council.framework.spend.domain.SpendFrameworks.sharedLiving;
import static org.assertj.core.api.Assertions.assertThat;

import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Spend;
import council.framework.scheme.SpendLimit;
import council.framework.spend.domain.CommitmentFacts.Committed;
import council.framework.spend.domain.CommitmentFacts.Held;
import council.framework.spend.domain.CommitmentFacts.Opening;
import council.framework.spend.domain.SpendStanding.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories of one framework: commitments, what is given back, openings and overrides. */
final class SpendPropertiesTest {
  private static final int STEPS = 150;
  private static final Spend SPEND = sharedLiving("50", "75", "90", "100");
  private static final FrameworkSection SECTION = SpendFrameworks.section(SPEND);
  private static final SpendLimit.Conditional PART = (SpendLimit.Conditional) SPEND.limits().get(2);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  private final List<Line> lines = new ArrayList<>();
  private final List<Opening> openings = new ArrayList<>();
  private boolean overridden;

  @ParameterizedTest
  @MethodSource("seeds")
  void noLimitIsPassedWithoutAnOverrideAndTheSumsAddUp(long seed) {
    Random random = new Random(seed);
    int overrides = seed % 3 == 0 ? 10 : 0;
    for (int i = 0; i < STEPS; i++) {
      if (random.nextInt(6) == 0) {
        open(random);
      } else {
        commit(random, overrides > 0 && random.nextInt(overrides) == 0);
      }
      checkLimits();
    }
    checkSums(random);
    assertThat(lines).hasSizeGreaterThan(10);
    assertThat(openings).isNotEmpty();
  }

  private static LocalDate day(Random random) {
    return START.plusDays(random.nextInt(30));
  }

  private static BigDecimal pence(Random random, int most) {
    return BigDecimal.valueOf(1 + random.nextInt(most), 2);
  }

  private void open(Random random) {
    LocalDate day = day(random);
    BigDecimal amount = pence(random, 800);
    OpeningRoom room = OpeningRoom.of(SPEND, PART, openings, sum(lines), day);
    if (random.nextBoolean()) {
      BigDecimal opened = amount.min(room.left());
      if (opened.signum() > 0) {
        openings.add(new Opening(PART.code(), day, opened));
      }
    } else {
      BigDecimal back = amount.min(room.free());
      if (back.signum() > 0) {
        openings.add(new Opening(PART.code(), day, back.negate()));
      }
    }
  }

  private void commit(Random random, boolean override) {
    Funder funder = random.nextInt(4) == 0 ? Funder.PARTNER : Funder.COUNCIL;
    String provider = "P" + random.nextInt(4);
    String lot = random.nextInt(3) == 0 ? null : "L" + random.nextInt(3);
    boolean back = random.nextInt(5) == 0;
    BigDecimal amount = pence(random, 1500);
    BigDecimal held = held(provider, lot, funder);
    var facts =
        new CommitmentFacts(
            "X",
            day(random),
            provider,
            lot,
            funder,
            back ? amount.negate() : amount,
            sum(lines),
            back ? new Held(held, null) : null,
            openings,
            override ? "Agreed." : null,
            null);
    CommitmentResult result = new CheckCommitment().decide(SECTION, facts).result();
    assertThat(new CheckCommitment().decide(SECTION, shuffled(facts, random)).result())
        .isEqualTo(result);
    if (back) {
      assertThat(result.isStopped()).isEqualTo(held.compareTo(amount) < 0);
    }
    if (!result.isStopped()) {
      overridden |= result.verdict() == CommitmentResult.Verdict.PASSED;
      lines.add(new Line(lot, provider, funder, facts.amount()));
    }
  }

  private CommitmentFacts shuffled(CommitmentFacts f, Random random) {
    List<Opening> other = new ArrayList<>(openings);
    Collections.shuffle(other, random);
    return new CommitmentFacts(
        f.vehicle(),
        f.date(),
        f.provider(),
        f.lot(),
        f.funder(),
        f.amount(),
        f.committed(),
        f.held(),
        other,
        f.override(),
        f.frameworkEnd());
  }

  private BigDecimal held(String provider, @Nullable String lot, Funder funder) {
    return lines.stream()
        .filter(line -> line.provider().equals(provider) && line.funder() == funder)
        .filter(line -> java.util.Objects.equals(line.lot(), lot))
        .map(Line::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Added up by itself. */
  private static Committed sum(List<Line> lines) {
    BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO};
    lines.forEach(
        line -> sums[line.funder().ordinal()] = sums[line.funder().ordinal()].add(line.amount()));
    return new Committed(sums[0], sums[1]);
  }

  private void checkLimits() {
    BigDecimal open = BigDecimal.ZERO;
    for (LocalDate day = START; day.isBefore(START.plusDays(31)); day = day.plusDays(1)) {
      LocalDate at = day;
      open =
          openings.stream()
              .filter(opening -> !opening.date().isAfter(at))
              .map(Opening::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(open).isBetween(BigDecimal.ZERO, PART.amount());
    }
    if (!overridden) {
      Committed sum = sum(lines);
      assertThat(sum.byCouncil()).isLessThanOrEqualTo(new BigDecimal("300").add(open));
      assertThat(sum.byPartners()).isLessThanOrEqualTo(new BigDecimal("35"));
      assertThat(sum.byCouncil().add(sum.byPartners())).isLessThanOrEqualTo(new BigDecimal("355"));
    }
  }

  private void checkSums(Random random) {
    LocalDate on = START.plusDays(40);
    SpendStanding standing = SpendStanding.of(SPEND, lines, openings, on);
    List<Line> other = new ArrayList<>(lines);
    Collections.shuffle(other, random);

    assertThat(SpendStanding.of(SPEND, other, openings, on)).isEqualTo(standing);
    assertThat(standing.committed()).isEqualTo(sum(lines));
    for (List<SpendStanding.Share> shares : List.of(standing.lots(), standing.providers())) {
      assertThat(shares.stream().map(share -> share.committed().byCouncil()))
          .allMatch(amount -> amount.signum() >= 0);
      assertThat(total(shares))
          .isEqualByComparingTo(
              standing.committed().byCouncil().add(standing.committed().byPartners()));
    }
    standing
        .limits()
        .forEach(limit -> assertThat(limit.used().add(limit.left())).isEqualTo(limit.amount()));
  }

  private static BigDecimal total(List<SpendStanding.Share> shares) {
    return shares.stream()
        .map(share -> share.committed().byCouncil().add(share.committed().byPartners()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
