package council.framework;

import council.platform.module.Dataset;
import council.platform.module.Dataset.Column;
import java.util.List;

/** What can be exported of this module. */
final class FrameworkDatasets {
  static final List<Dataset> ALL =
      List.of(rounds(), allocation(), places(), transition(), evaluation(), dueDiligence());

  private FrameworkDatasets() {}

  private static Dataset rounds() {
    return new Dataset(
        "rounds",
        """
        query Rounds($first: Int, $after: String) {
          evaluationRounds(first: $first, after: $after) {
            nodes { reference vehicle title status frameworkStart frameworkEnd standstillUntil awardedOn }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "evaluationRounds",
        List.of(
            new Column("round", "reference"),
            new Column("vehicle", "vehicle"),
            new Column("title", "title"),
            new Column("status", "status"),
            new Column("framework_start", "frameworkStart"),
            new Column("framework_end", "frameworkEnd"),
            new Column("standstill_until", "standstillUntil"),
            new Column("awarded_on", "awardedOn")));
  }

  private static Dataset allocation() {
    return new Dataset(
        "allocation",
        """
        query Allocation($first: Int, $after: String) {
          allocations(first: $first, after: $after) {
            nodes { zone provider { reference } tier rank score round { reference status } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "allocations",
        List.of(
            new Column("zone", "zone"),
            new Column("provider", "provider.reference"),
            new Column("tier", "tier"),
            new Column("rank", "rank"),
            new Column("score", "score"),
            new Column("round", "round.reference"),
            new Column("round_status", "round.status")));
  }

  private static Dataset evaluation() {
    return new Dataset(
        "evaluation",
        """
        query Evaluation($first: Int, $after: String) {
          evaluationAnswers(first: $first, after: $after) {
            nodes { round { reference } provider { reference } criterion zone status scoreCount agreedScore }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "evaluationAnswers",
        List.of(
            new Column("round", "round.reference"),
            new Column("provider", "provider.reference"),
            new Column("criterion", "criterion"),
            new Column("zone", "zone"),
            new Column("status", "status"),
            new Column("scores", "scoreCount"),
            new Column("agreed_score", "agreedScore")));
  }

  private static Dataset dueDiligence() {
    return new Dataset(
        "due-diligence",
        """
        query DueDiligence($first: Int, $after: String) {
          dueDiligence(first: $first, after: $after) {
            nodes { provider { reference } vehicle check answer passed on until superseded evidence }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "dueDiligence",
        List.of(
            new Column("provider", "provider.reference"),
            new Column("vehicle", "vehicle"),
            new Column("check", "check"),
            new Column("answer", "answer"),
            new Column("passed", "passed"),
            new Column("on", "on"),
            new Column("until", "until"),
            new Column("superseded", "superseded"),
            new Column("evidence", "evidence")));
  }

  private static Dataset places() {
    return new Dataset(
        "places",
        """
        query Places($first: Int, $after: String, $asAt: Date) {
          places(first: $first, after: $after, inForceOn: $asAt) {
            nodes { vehicle zone area provider { reference name } tier rank score from until }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "places",
        List.of(
            new Column("vehicle", "vehicle"),
            new Column("zone", "zone"),
            new Column("area", "area"),
            new Column("provider", "provider.reference"),
            new Column("name", "provider.name"),
            new Column("tier", "tier"),
            new Column("rank", "rank"),
            new Column("score", "score"),
            new Column("from", "from"),
            new Column("until", "until")));
  }

  private static Dataset transition() {
    return new Dataset(
        "transition",
        """
        query Transition($first: Int, $after: String) {
          transitionCases(first: $first, after: $after) {
            nodes {
              location { reference } provider { reference } zone status due exemptionReason
              round { reference }
            }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "transitionCases",
        List.of(
            new Column("location", "location.reference"),
            new Column("provider", "provider.reference"),
            new Column("zone", "zone"),
            new Column("status", "status"),
            new Column("due", "due"),
            new Column("exemption_reason", "exemptionReason"),
            new Column("round", "round.reference")));
  }
}
