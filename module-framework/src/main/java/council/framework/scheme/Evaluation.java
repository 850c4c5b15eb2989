package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;

/** How answers are scored by people before a round is evaluated. */
@Doc(
    value = "How answers are scored by people before a round is evaluated",
    rules = {"LAN-FW-06", "LAN-FW-09"})
public record Evaluation(
    @Doc("How many evaluators score each answer") @Default("1") @Range(min = "1", max = "20")
        int evaluatorsPerAnswer,
    @Doc("Whether an evaluator must have declared interests before scoring") @Default("true")
        boolean declarationsNeeded,
    @Doc("Whether a moderator agrees the score of each answer with a rationale") @Default("true")
        boolean moderated) {}
