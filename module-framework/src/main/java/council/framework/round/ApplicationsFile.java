package council.framework.round;

import council.framework.domain.RoundFacts.OfferFact;
import council.framework.round.CsvTable.Columns;
import council.framework.round.CsvTable.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** applications.csv and applied_zones.csv. */
final class ApplicationsFile {
  static final Columns COLUMNS =
      new Columns(List.of("provider", "submitted_at", "area_preference"), List.of());
  static final Columns ZONE_COLUMNS =
      new Columns(List.of("provider", "zone"), List.of("price", "market_share_percent"));
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** An application while its parts come together. */
  record Draft(
      Instant submittedAt,
      List<String> areaPreference,
      List<String> zones,
      List<OfferFact> offers) {}

  private ApplicationsFile() {}

  /** By the provider's reference, in the order of the file. */
  static Map<String, Draft> read(
      CsvTable table, Known providers, Collection<String> areas, FileProblems problems) {
    Cells cells = new Cells(problems);
    Map<String, Draft> found = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      Optional<String> provider = cells.text(row, "provider");
      Instant submittedAt = cells.instant(row, "submitted_at").orElse(Instant.EPOCH);
      List<String> preference = Cells.list(row, "area_preference");
      checkAreas(row, preference, areas, problems);
      provider.ifPresent(p -> providers.check(row, "provider", p, problems));
      Draft draft = new Draft(submittedAt, preference, new ArrayList<>(), new ArrayList<>());
      if (provider.isPresent() && found.putIfAbsent(provider.get(), draft) != null) {
        problems.add(
            "DUPLICATE_ROW",
            row.line(),
            "provider",
            provider.get(),
            "one application each",
            "Provider " + provider.get() + " has applied already.");
      }
    }
    return found;
  }

  private static void checkAreas(
      Row row, List<String> preference, Collection<String> areas, FileProblems problems) {
    Set<String> seen = new HashSet<>();
    for (String area : preference) {
      if (areas.isEmpty()) {
        return; // the zones could not be read, which has been told
      }
      if (!areas.contains(area)) {
        problems.addUnknown("UNKNOWN_AREA", row.line(), "area_preference", area, "area", areas);
      } else if (!seen.add(area)) {
        problems.add(
            "DUPLICATE_AREA",
            row.line(),
            "area_preference",
            area,
            "each area once",
            "Area " + area + " is listed twice.");
      }
    }
  }

  /**
   * Puts the zones applied for, and what was offered for them, into the drafts.
   *
   * @param fixedPrice what an hour costs whoever delivers it; absent where providers offer prices
   */
  static void readZones(
      CsvTable table,
      @Nullable BigDecimal fixedPrice,
      Map<String, Draft> applications,
      Known applicants,
      Known zones,
      FileProblems problems) {
    Cells cells = new Cells(problems);
    for (Row row : table.rows()) {
      Optional<BigDecimal> price = price(row, fixedPrice, cells, problems);
      Optional<BigDecimal> share = share(row, cells, problems);
      Optional<String> provider =
          cells.text(row, "provider").filter(p -> applicants.check(row, "provider", p, problems));
      Optional<String> zone =
          cells.text(row, "zone").filter(z -> zones.check(row, "zone", z, problems));
      if (provider.isEmpty() || zone.isEmpty()) {
        continue;
      }
      Draft draft = applications.get(provider.get());
      if (draft != null && draft.zones().contains(zone.get())) {
        problems.add(
            "DUPLICATE_ROW",
            row.line(),
            "zone",
            zone.get(),
            "each zone once",
            "Provider " + provider.get() + " has applied for " + zone.get() + " already.");
      } else if (draft != null) {
        draft.zones().add(zone.get());
        if (price.isPresent() || share.isPresent()) {
          draft.offers().add(new OfferFact(zone.get(), price.orElse(null), share.orElse(null)));
        }
      }
    }
  }

  private static Optional<BigDecimal> price(
      Row row, @Nullable BigDecimal fixedPrice, Cells cells, FileProblems problems) {
    String expected = "pounds an hour, above 0, with at most 4 decimals, or empty";
    Optional<BigDecimal> price =
        row.findCell("price").flatMap(_ -> cells.decimal(row, "price", expected));
    if (price.isPresent() && price.get().signum() <= 0) {
      problems.add(
          "PRICE_NOT_POSITIVE",
          row.line(),
          "price",
          row.cell("price"),
          expected,
          "A price must be above 0.");
    } else if (price.isPresent() && fixedPrice != null && price.get().compareTo(fixedPrice) != 0) {
      problems.add(
          "PRICE_IS_FIXED",
          row.line(),
          "price",
          row.cell("price"),
          fixedPrice.toPlainString() + ", or empty",
          "The price of an hour is fixed at %s.".formatted(fixedPrice.toPlainString()));
    }
    return price.map(BigDecimal::stripTrailingZeros);
  }

  private static Optional<BigDecimal> share(Row row, Cells cells, FileProblems problems) {
    String column = "market_share_percent";
    String expected = "a percent from 0 to 100, or empty";
    Optional<BigDecimal> share =
        row.findCell(column).flatMap(_ -> cells.decimal(row, column, expected));
    if (share.isPresent() && (share.get().signum() < 0 || share.get().compareTo(HUNDRED) > 0)) {
      problems.add(
          "SHARE_OUT_OF_RANGE",
          row.line(),
          column,
          row.cell(column),
          expected,
          "A share of the market is 0 to 100 percent.");
    }
    return share.map(BigDecimal::stripTrailingZeros);
  }
}
