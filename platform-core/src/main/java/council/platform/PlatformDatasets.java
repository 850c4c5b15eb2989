package council.platform;

import council.platform.module.Dataset;
import council.platform.module.Dataset.Column;
import java.util.List;

/** What can be exported of the host itself. */
final class PlatformDatasets {
  static final List<Dataset> ALL = List.of(audit(), decisions(), locations(), providers());

  private PlatformDatasets() {}

  private static Dataset audit() {
    return new Dataset(
        "audit",
        """
        query Audit($first: Int, $after: String) {
          auditEntries(first: $first, after: $after) {
            nodes { at by action subjectType subjectId provider { reference } why before after seal }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "auditEntries",
        List.of(
            new Column("at", "at"),
            new Column("by", "by"),
            new Column("action", "action"),
            new Column("subject_type", "subjectType"),
            new Column("subject", "subjectId"),
            new Column("provider", "provider.reference"),
            new Column("why", "why"),
            new Column("before", "before"),
            new Column("after", "after"),
            new Column("seal", "seal")));
  }

  private static Dataset decisions() {
    return new Dataset(
        "decisions",
        """
        query Decisions($first: Int, $after: String) {
          decisions(first: $first, after: $after) {
            nodes {
              decidedAt decidedBy kind subjectType subjectId provider { reference }
              schemeVersionId schemeHash factsSha256 outcomeSha256
            }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "decisions",
        List.of(
            new Column("at", "decidedAt"),
            new Column("by", "decidedBy"),
            new Column("kind", "kind"),
            new Column("subject_type", "subjectType"),
            new Column("subject", "subjectId"),
            new Column("provider", "provider.reference"),
            new Column("scheme_version", "schemeVersionId"),
            new Column("scheme_hash", "schemeHash"),
            new Column("facts_sha256", "factsSha256"),
            new Column("outcome_sha256", "outcomeSha256")));
  }

  private static Dataset locations() {
    return new Dataset(
        "locations",
        """
        query Locations($first: Int, $after: String, $asAt: Date) {
          locations(first: $first, after: $after, inForceOn: $asAt) {
            nodes {
              reference provider { reference } zone { code }
              cqcLocationId people weeklyHours from until
            }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "locations",
        List.of(
            new Column("location", "reference"),
            new Column("provider", "provider.reference"),
            new Column("zone", "zone.code"),
            new Column("cqc_location_id", "cqcLocationId"),
            new Column("people", "people"),
            new Column("weekly_hours", "weeklyHours"),
            new Column("from", "from"),
            new Column("until", "until")));
  }

  private static Dataset providers() {
    return new Dataset(
        "providers",
        """
        query Providers($first: Int, $after: String) {
          providers(first: $first, after: $after) {
            nodes { reference name form companiesHouseNumber cqcProviderId cqcRating notForProfit }
            pageInfo { hasNextPage endCursor }
          }
        }
        """,
        "providers",
        List.of(
            new Column("reference", "reference"),
            new Column("name", "name"),
            new Column("form", "form"),
            new Column("companies_house_number", "companiesHouseNumber"),
            new Column("cqc_provider_id", "cqcProviderId"),
            new Column("cqc_rating", "cqcRating"),
            new Column("not_for_profit", "notForProfit")));
  }
}
