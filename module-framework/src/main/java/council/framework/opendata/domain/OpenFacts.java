package council.framework.opendata.domain;

import council.framework.scheme.OpenData;
import council.framework.scheme.Vehicle;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one round and of the places that came from it, as far as it may be told.
 *
 * @param publication how the council publishes
 * @param vehicle the framework as the round's own version of the scheme has it
 * @param lots in the scheme's order
 * @param suppliers by reference; at least those that hold or held a place
 * @param extensions options by which the framework lasts longer
 * @param exemptions locations that may stay with a provider without a place
 */
public record OpenFacts(
    OpenData publication,
    Round round,
    Vehicle vehicle,
    List<Lot> lots,
    Map<String, Supplier> suppliers,
    List<Place> places,
    List<Suspension> suspensions,
    List<Exemption> exemptions,
    List<Extension> extensions) {
  public OpenFacts {
    lots = List.copyOf(lots);
    suppliers = Map.copyOf(suppliers);
    places = List.copyOf(places);
    suspensions = List.copyOf(suspensions);
    exemptions = List.copyOf(exemptions);
    extensions = List.copyOf(extensions);
  }

  /** The framework's last day as it was known on a day: options taken later are undone. */
  @Nullable LocalDate endOn(LocalDate day) {
    LocalDate end = round.frameworkEnd();
    for (Extension extension : extensions.reversed()) {
      if (extension.takenOn().isAfter(day) && extension.endAfter().equals(end)) {
        end = extension.endBefore();
      }
    }
    return end;
  }

  /**
   * @param code of the framework in the scheme
   * @param standstillFrom the day on which the applicants were told; absent before
   * @param standstillUntil its last day
   * @param cancelledOn absent where it was not cancelled
   * @param frameworkEnd last day with all options taken so far; absent where no end is set
   * @param applications how many there were
   */
  public record Round(
      String id,
      String reference,
      String code,
      String title,
      @Nullable LocalDate standstillFrom,
      @Nullable LocalDate standstillUntil,
      @Nullable LocalDate awardedOn,
      @Nullable LocalDate cancelledOn,
      LocalDate frameworkStart,
      @Nullable LocalDate frameworkEnd,
      int applications) {}

  /** An option that was taken; in the order of their days. */
  public record Extension(LocalDate takenOn, LocalDate endBefore, LocalDate endAfter) {}

  /**
   * @param zone the zone that it is in; absent where it is in all
   */
  public record Lot(String code, String title, @Nullable String zone) {}

  /**
   * @param companiesHouseNumber absent where it is not known
   */
  public record Supplier(String reference, String name, @Nullable String companiesHouseNumber) {}

  /**
   * A place over a span of days.
   *
   * @param lot code of a lot, or of a zone that several lots are in
   * @param until first day on which it does not hold; absent where no end is set
   */
  public record Place(
      String id,
      String supplier,
      String lot,
      String tier,
      @Nullable Integer rank,
      LocalDate from,
      @Nullable LocalDate until) {}

  /**
   * A stop on new business, on filling voids or on both.
   *
   * @param until first day on which it does not hold; absent where no end is set
   */
  public record Suspension(
      String id, String supplier, String scope, LocalDate from, @Nullable LocalDate until) {}

  /**
   * A location that may stay with its provider although it won no place, or not that one.
   *
   * @param lot code of a lot, or of a zone that several lots are in
   * @param kind code of the kind; absent where it has none
   * @param from first day
   * @param until first day on which it does not hold; absent where no end is set
   */
  public record Exemption(
      String lot, @Nullable String kind, LocalDate from, @Nullable LocalDate until) {}
}
