package council.framework;

import council.platform.module.Dataset;
import council.platform.module.Dataset.Column;
import java.util.List;

/** What can be exported of this module. */
final class FrameworkDatasets {
  static final List<Dataset> ALL =
      List.of(
          rounds(),
          allocation(),
          places(),
          transition(),
          options(),
          commitments(),
          spendOpenings(),
          transitionProgress(),
          tierReviews(),
          market(),
          requests(),
          offers(),
          callOffs(),
          evaluation(),
          dueDiligence());

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
              vehicle origin openedOn stage stageSince
              review { type on stayAppropriate } choice { choice on }
              staffTransfer { transfer } homeCheck { nobodyMoves }
              openBlockers movedOn endedOn outcome
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
            new Column("round", "round.reference"),
            new Column("vehicle", "vehicle"),
            new Column("origin", "origin"),
            new Column("opened_on", "openedOn"),
            new Column("stage", "stage"),
            new Column("stage_since", "stageSince"),
            new Column("review_type", "review.type"),
            new Column("reviewed_on", "review.on"),
            new Column("stay_appropriate", "review.stayAppropriate"),
            new Column("choice", "choice.choice"),
            new Column("chosen_on", "choice.on"),
            new Column("staff_transfer", "staffTransfer.transfer"),
            new Column("nobody_moves_home", "homeCheck.nobodyMoves"),
            new Column("open_blockers", "openBlockers"),
            new Column("moved_on", "movedOn"),
            new Column("ended_on", "endedOn"),
            new Column("outcome", "outcome")));
  }

  private static Dataset transitionProgress() {
    return new Dataset(
        "transition-progress",
        """
        query TransitionProgress($asAt: Date) {
          transitionCounts(on: $asAt) {
            nodes {
              vehicle group code cases exempt open moved stayed closed blocked overdue people
              weeklyHours unknown
            }
          }
        }
        """,
        "transitionCounts",
        List.of(
            new Column("vehicle", "vehicle"),
            new Column("group", "group"),
            new Column("code", "code"),
            new Column("cases", "cases"),
            new Column("exempt", "exempt"),
            new Column("open", "open"),
            new Column("moved", "moved"),
            new Column("stayed", "stayed"),
            new Column("closed", "closed"),
            new Column("blocked", "blocked"),
            new Column("overdue", "overdue"),
            new Column("people", "people"),
            new Column("weekly_hours", "weeklyHours"),
            new Column("unknown", "unknown")));
  }

  private static Dataset tierReviews() {
    return new Dataset(
        "tier-reviews",
        """
        query TierReviews($first: Int, $after: String) {
          tierReviews(first: $first, after: $after) {
            nodes {
              vehicle zone tier provider { reference } due recordedOn recommendation effect
              place { until }
            }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "tierReviews",
        List.of(
            new Column("vehicle", "vehicle"),
            new Column("zone", "zone"),
            new Column("tier", "tier"),
            new Column("provider", "provider.reference"),
            new Column("due", "due"),
            new Column("recorded_on", "recordedOn"),
            new Column("recommendation", "recommendation"),
            new Column("effect", "effect"),
            new Column("place_until", "place.until")));
  }

  private static Dataset market() {
    return new Dataset(
        "market",
        """
        query Market($asAt: Date) {
          marketLines(on: $asAt) {
            nodes {
              vehicle on kind code
              share {
                provider onFramework locations people weeklyHours yearlyValue
                ofAll { people weeklyHours yearlyValue }
                ofFramework { people weeklyHours yearlyValue }
              }
            }
          }
        }
        """,
        "marketLines",
        List.of(
            new Column("vehicle", "vehicle"),
            new Column("on", "on"),
            new Column("part", "kind"),
            new Column("code", "code"),
            new Column("provider", "share.provider"),
            new Column("on_framework", "share.onFramework"),
            new Column("locations", "share.locations"),
            new Column("people", "share.people"),
            new Column("weekly_hours", "share.weeklyHours"),
            new Column("yearly_value", "share.yearlyValue"),
            new Column("people_percent_of_all", "share.ofAll.people"),
            new Column("hours_percent_of_all", "share.ofAll.weeklyHours"),
            new Column("value_percent_of_all", "share.ofAll.yearlyValue"),
            new Column("people_percent_of_framework", "share.ofFramework.people"),
            new Column("hours_percent_of_framework", "share.ofFramework.weeklyHours"),
            new Column("value_percent_of_framework", "share.ofFramework.yearlyValue")));
  }

  private static Dataset options() {
    return new Dataset(
        "options",
        """
        query Options($first: Int, $after: String) {
          frameworkOptions(first: $first, after: $after) {
            nodes { vehicle option takenOn endBefore endAfter reason evidence }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "frameworkOptions",
        List.of(
            new Column("vehicle", "vehicle"),
            new Column("option", "option"),
            new Column("taken_on", "takenOn"),
            new Column("end_before", "endBefore"),
            new Column("end_after", "endAfter"),
            new Column("reason", "reason"),
            new Column("evidence", "evidence")));
  }

  private static Dataset commitments() {
    return new Dataset(
        "commitments",
        """
        query Commitments($first: Int, $after: String, $asAt: Date) {
          commitments(first: $first, after: $after, until: $asAt) {
            nodes { vehicle lot provider { reference name } funder amount on source what overrideReason }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "commitments",
        List.of(
            new Column("vehicle", "vehicle"),
            new Column("lot", "lot"),
            new Column("provider", "provider.reference"),
            new Column("name", "provider.name"),
            new Column("funder", "funder"),
            new Column("amount", "amount"),
            new Column("on", "on"),
            new Column("source", "source"),
            new Column("what", "what"),
            new Column("override_reason", "overrideReason")));
  }

  private static Dataset spendOpenings() {
    return new Dataset(
        "spend-openings",
        """
        query SpendOpenings($first: Int, $after: String) {
          spendOpenings(first: $first, after: $after) {
            nodes { vehicle limit amount on evidence reason }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "spendOpenings",
        List.of(
            new Column("vehicle", "vehicle"),
            new Column("limit", "limit"),
            new Column("amount", "amount"),
            new Column("on", "on"),
            new Column("evidence", "evidence"),
            new Column("reason", "reason")));
  }

  private static Dataset requests() {
    return new Dataset(
        "requests",
        """
        query Requests($first: Int, $after: String) {
          businessRequests(first: $first, after: $after, orderBy: REFERENCE_ASC) {
            nodes {
              reference vehicle kind zone lot location { reference } need weeklyHours startsOn method
              status attempt callOff { provider { reference } }
            }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "businessRequests",
        List.of(
            new Column("request", "reference"),
            new Column("vehicle", "vehicle"),
            new Column("kind", "kind"),
            new Column("zone", "zone"),
            new Column("lot", "lot"),
            new Column("location", "location.reference"),
            new Column("need", "need"),
            new Column("weekly_hours", "weeklyHours"),
            new Column("starts_on", "startsOn"),
            new Column("method", "method"),
            new Column("status", "status"),
            new Column("attempt", "attempt"),
            new Column("awarded_to", "callOff.provider.reference")));
  }

  private static Dataset offers() {
    return new Dataset(
        "offers",
        """
        query Offers($first: Int, $after: String) {
          offers(first: $first, after: $after) {
            nodes {
              requestReference kind attempt position provider { reference } offeredAt answerBy status
              answeredAt answeredBy declinedBecause declineWords hourlyRate
            }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "offers",
        List.of(
            new Column("request", "requestReference"),
            new Column("kind", "kind"),
            new Column("attempt", "attempt"),
            new Column("position", "position"),
            new Column("provider", "provider.reference"),
            new Column("offered_at", "offeredAt"),
            new Column("answer_by", "answerBy"),
            new Column("status", "status"),
            new Column("answered_at", "answeredAt"),
            new Column("answered_by", "answeredBy"),
            new Column("declined_because", "declinedBecause"),
            new Column("words", "declineWords"),
            new Column("hourly_rate", "hourlyRate")));
  }

  private static Dataset callOffs() {
    return new Dataset(
        "call-offs",
        """
        query CallOffs($first: Int, $after: String) {
          callOffs(first: $first, after: $after) {
            nodes {
              requestReference vehicle kind zone lot provider { reference name } weeklyHours hourlyRate
              from until value givenBack awardedOn ended
            }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "callOffs",
        List.of(
            new Column("request", "requestReference"),
            new Column("vehicle", "vehicle"),
            new Column("kind", "kind"),
            new Column("zone", "zone"),
            new Column("lot", "lot"),
            new Column("provider", "provider.reference"),
            new Column("name", "provider.name"),
            new Column("weekly_hours", "weeklyHours"),
            new Column("hourly_rate", "hourlyRate"),
            new Column("from", "from"),
            new Column("until", "until"),
            new Column("value", "value"),
            new Column("given_back", "givenBack"),
            new Column("awarded_on", "awardedOn"),
            new Column("ended_early", "ended")));
  }
}
