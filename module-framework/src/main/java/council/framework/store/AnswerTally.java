package council.framework.store;

import council.framework.scheme.Evaluation;
import council.framework.store.generated.tables.records.AnswerRecord;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the scores of an answer come to. */
@Singleton
final class AnswerTally {
  private static final int DECIMALS = 4;
  private final AnswerStore answers;

  AnswerTally(AnswerStore answers) {
    this.answers = answers;
  }

  /** An answer as the audit tells it. */
  record Told(
      String round,
      String provider,
      String criterion,
      @Nullable String zone,
      String status,
      int scoreCount,
      @Nullable BigDecimal lowest,
      @Nullable BigDecimal highest,
      @Nullable BigDecimal agreedScore) {}

  /** An answer with what one step has changed of it. */
  record Changed<T>(Told answer, @Nullable T change) {}

  static Told told(AnswerRecord row) {
    return new Told(
        row.getRoundReference(),
        row.getProviderReference(),
        row.getCriterion(),
        row.getZone(),
        row.getStatus(),
        row.getScoreCount(),
        row.getLowest(),
        row.getHighest(),
        row.getAgreedScore());
  }

  /** Counts anew after a score was given or set aside; whatever was agreed holds no more. */
  void count(AnswerRecord row, Evaluation evaluation) {
    List<BigDecimal> scores = answers.listCounting(row.getId());
    row.setScoreCount(scores.size());
    row.setLowest(scores.stream().reduce(BigDecimal::min).orElse(null));
    row.setHighest(scores.stream().reduce(BigDecimal::max).orElse(null));
    boolean enough = scores.size() >= evaluation.evaluatorsPerAnswer();
    BigDecimal agreed = enough && !evaluation.moderated() ? mean(scores) : null;
    row.setAgreedScore(agreed);
    row.setStatus(
        agreed != null ? AnswerStore.AGREED : enough ? AnswerStore.SCORED : AnswerStore.OPEN);
    answers.update(row);
  }

  /** Where nobody moderates, the mean is what is agreed. */
  private static BigDecimal mean(List<BigDecimal> scores) {
    return scores.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(scores.size()), DECIMALS, RoundingMode.HALF_UP);
  }

  void agree(AnswerRecord row, BigDecimal score) {
    row.setAgreedScore(score);
    row.setStatus(AnswerStore.AGREED);
    answers.update(row);
  }

  AnswerRecord getLocked(UUID answer) {
    return answers.findLocked(answer).orElseThrow();
  }
}
