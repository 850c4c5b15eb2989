package council.framework.opendata.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the Open Contracting Data Standard 1.1.5 that are told, with the extensions for lots
 * and techniques and the one of this product (docs/ocds-extension). What is absent is left out.
 */
public final class Ocds {
  public static final String VERSION = "1.1";

  /**
   * Of the package: the addresses of the extensions, and the name of the one without an address.
   */
  public static final List<String> EXTENSIONS =
      List.of(
          "https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/v1.1.5/extension.json",
          "https://raw.githubusercontent.com/open-contracting-extensions/ocds_techniques_extension/v1.1.5/extension.json",
          "urn:council:ocds-extension:provider-frameworks:1");

  private Ocds() {}

  /** What stands in a package beside its releases or records. */
  public record Head(
      String uri,
      String version,
      List<String> extensions,
      Publisher publisher,
      @Nullable String license) {}

  public record Publisher(String name, @Nullable String scheme, @Nullable String uid) {}

  /** {@code date} is an instant, such as 2015-05-05T00:00:00Z. */
  public record Release(
      String ocid,
      String id,
      String date,
      List<String> tag,
      String initiationType,
      String language,
      List<Party> parties,
      Reference buyer,
      Tender tender,
      @Nullable List<Award> awards,
      @Nullable List<Contract> contracts,
      @Nullable List<RelatedProcess> relatedProcesses) {}

  public record Party(
      String id, String name, @Nullable Identifier identifier, List<String> roles) {}

  public record Identifier(String scheme, String id, @Nullable String legalName) {}

  public record Reference(String id, String name) {}

  public record Tender(
      String id,
      String title,
      @Nullable String description,
      String status,
      Reference procuringEntity,
      @Nullable Value value,
      String procurementMethod,
      String procurementMethodDetails,
      String mainProcurementCategory,
      @Nullable String awardCriteria,
      @Nullable String awardCriteriaDetails,
      @Nullable Period tenderPeriod,
      @Nullable Period contractPeriod,
      @Nullable Integer numberOfTenderers,
      @Nullable List<Lot> lots,
      @Nullable Techniques techniques,
      @Nullable Framework framework) {}

  /** Pounds. */
  public record Value(BigDecimal amount, String currency) {}

  public record Period(String startDate, @Nullable String endDate) {}

  public record Lot(
      String id, String title, String status, @Nullable List<TierPlaces> placesByTier) {}

  /**
   * @param places absent where their number is not fixed
   */
  public record TierPlaces(String tier, @Nullable Integer places) {}

  public record Techniques(
      boolean hasFrameworkAgreement,
      @Nullable FrameworkAgreement frameworkAgreement,
      boolean hasDynamicPurchasingSystem) {}

  public record FrameworkAgreement(String method) {}

  /** {@code tender.framework} of the local extension. */
  public record Framework(
      String code,
      String admission,
      List<Tier> tiers,
      @Nullable Integer areaCap,
      @Nullable Integer zoneCap,
      BigDecimal qualityThresholdPercent,
      List<Criterion> criteria,
      @Nullable Period standstillPeriod,
      @Nullable List<Exempt> exemptions) {}

  public record Tier(String id, String title, boolean capped) {}

  public record Criterion(
      String id,
      String title,
      int weightPercent,
      BigDecimal maximumScore,
      @Nullable BigDecimal passMark,
      String scope) {}

  /** How many locations of a lot are exempt, by kind. */
  public record Exempt(String id, String relatedLot, @Nullable String kind, int locations) {}

  public record Award(
      String id,
      String title,
      String status,
      String date,
      @Nullable Value value,
      List<Reference> suppliers,
      @Nullable Period contractPeriod,
      @Nullable List<String> relatedLots,
      @Nullable List<Place> places,
      @Nullable List<Suspended> suspensions) {}

  /** {@code awards[].places} of the local extension. */
  public record Place(String id, String tier, @Nullable Integer rank, Period period) {}

  /** {@code awards[].suspensions} of the local extension. */
  public record Suspended(String id, String scope, Period period) {}

  public record Contract(
      String id,
      String awardID,
      String title,
      String status,
      @Nullable Period period,
      @Nullable Value value,
      @Nullable List<String> relatedLots) {}

  public record RelatedProcess(
      String id, List<String> relationship, String title, String scheme, String identifier) {}

  /** All releases of one process, and what they come to. */
  public record ProcessRecord(String ocid, List<Release> releases, Release compiledRelease) {}
}
