package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One thing that applications are scored on. */
@Doc(value = "One thing that applications are scored on", rules = "LAN-FW-06")
public record Criterion(
    @Doc("Short name, unique within the framework") String code,
    @Doc("What people call it") String title,
    @Doc("Share of the whole score, in whole percent") @Range(min = "1", max = "100")
        int weightPercent,
    @Doc("Highest score that can be given; above 0") @Range(min = "0") BigDecimal maximumScore,
    @Doc("Lowest score that passes; absent means that any score passes") @Nullable @Range(min = "0")
        BigDecimal passMark,
    @Doc("Whether an application has one score or one for each zone applied for")
        @Default("FRAMEWORK")
        CriterionScope scope,
    @Doc(value = "Where its score comes from", rules = "HAM-FW-28") @Default("{kind: SCORED}")
        CriterionSource source) {

  /** One that people score. */
  public Criterion(
      String code,
      String title,
      int weightPercent,
      BigDecimal maximumScore,
      @Nullable BigDecimal passMark,
      CriterionScope scope) {
    this(code, title, weightPercent, maximumScore, passMark, scope, new CriterionSource.Scored());
  }

  /** Whether people score it; else its score is worked out from what was offered. */
  public boolean isScored() {
    return source instanceof CriterionSource.Scored;
  }
}
