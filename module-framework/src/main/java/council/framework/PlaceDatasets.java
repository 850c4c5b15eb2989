package council.framework;

import council.platform.module.Dataset;
import council.platform.module.Dataset.Column;
import java.util.List;

/** What can be exported of places after their award. */
final class PlaceDatasets {
  private PlaceDatasets() {}

  static Dataset suspensions() {
    return new Dataset(
        "suspensions",
        """
        query Suspensions($first: Int, $after: String, $asAt: Date) {
          suspensions(first: $first, after: $after, inForceOn: $asAt) {
            nodes { vehicle provider { reference name } scope from until reviewOn reason liftedBecause }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "suspensions",
        List.of(
            new Column("vehicle", "vehicle"),
            new Column("provider", "provider.reference"),
            new Column("name", "provider.name"),
            new Column("scope", "scope"),
            new Column("from", "from"),
            new Column("until", "until"),
            new Column("review_on", "reviewOn"),
            new Column("reason", "reason"),
            new Column("lifted_because", "liftedBecause")));
  }

  static Dataset steps() {
    return new Dataset(
        "place-steps",
        """
        query PlaceSteps($first: Int, $after: String) {
          placeSteps(first: $first, after: $after) {
            nodes {
              vehicle step kind provider { reference } buyer { reference } site on ground casesDue
              reason evidence recordedAt
            }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "placeSteps",
        List.of(
            new Column("vehicle", "vehicle"),
            new Column("step", "step"),
            new Column("kind", "kind"),
            new Column("provider", "provider.reference"),
            new Column("buyer", "buyer.reference"),
            new Column("site", "site"),
            new Column("on", "on"),
            new Column("ground", "ground"),
            new Column("cases_due", "casesDue"),
            new Column("reason", "reason"),
            new Column("evidence", "evidence"),
            new Column("recorded_at", "recordedAt")));
  }

  static Dataset exemptions() {
    return new Dataset(
        "exemptions",
        """
        query Exemptions($first: Int, $after: String, $asAt: Date) {
          exemptions(first: $first, after: $after, inForceOn: $asAt) {
            nodes {
              vehicle location provider { reference } kind status from until dueAfter reopenedOn
              reason
            }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "exemptions",
        List.of(
            new Column("vehicle", "vehicle"),
            new Column("location", "location"),
            new Column("provider", "provider.reference"),
            new Column("kind", "kind"),
            new Column("status", "status"),
            new Column("from", "from"),
            new Column("until", "until"),
            new Column("due_after", "dueAfter"),
            new Column("reopened_on", "reopenedOn"),
            new Column("reason", "reason")));
  }
}
