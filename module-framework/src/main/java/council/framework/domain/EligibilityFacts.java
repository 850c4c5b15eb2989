package council.framework.domain;

import council.framework.scheme.MemberRole;
import council.framework.scheme.RequestKind;
import council.framework.scheme.SuspensionScope;
import council.platform.expression.ValueType;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request for business and what is known of the providers on the framework.
 *
 * @param vehicle code of the vehicle in the scheme
 * @param providers references of everybody on the framework; each is answered
 * @param places all places of the vehicle, whether in force on the date or not
 * @param suspensions all suspensions, whether in force on the date or not
 * @param locations at least the location asked for, if one is
 * @param attributes what conditions among the rules must know; absent where there are none
 * @param members who delivers behind the holders of places; absent where nobody does
 * @param frameworkEnd last day of the framework with the options that were taken; absent where it
 *     is the scheme's
 * @param checks answers to the checks that the rules ask for; absent where they ask for none
 */
public record EligibilityFacts(
    String vehicle,
    Request request,
    List<String> providers,
    List<PlaceFact> places,
    List<SuspensionFact> suspensions,
    List<HeldLocation> locations,
    @Nullable AttributeFacts attributes,
    @Nullable List<MemberFact> members,
    @Nullable LocalDate frameworkEnd,
    @Nullable List<CheckFact> checks) {

  public EligibilityFacts {
    providers = List.copyOf(providers);
    places = List.copyOf(places);
    suspensions = List.copyOf(suspensions);
    locations = List.copyOf(locations);
    members = members == null ? null : List.copyOf(members);
    checks = checks == null ? null : List.copyOf(checks);
  }

  /** For a framework whose end is the scheme's and whose providers stand for themselves. */
  public EligibilityFacts(
      String vehicle,
      Request request,
      List<String> providers,
      List<PlaceFact> places,
      List<SuspensionFact> suspensions,
      List<HeldLocation> locations,
      @Nullable AttributeFacts attributes) {
    this(vehicle, request, providers, places, suspensions, locations, attributes, null, null, null);
  }

  /** For rules without conditions about attributes. */
  public EligibilityFacts(
      String vehicle,
      Request request,
      List<String> providers,
      List<PlaceFact> places,
      List<SuspensionFact> suspensions,
      List<HeldLocation> locations) {
    this(vehicle, request, providers, places, suspensions, locations, null);
  }

  /**
   * Attributes of providers that the rules speak of.
   *
   * @param types by name, such as {@code provider.LIVING_WAGE}
   * @param values by the provider's reference and then by name, as canonical text; what has no
   *     value is not there
   */
  public record AttributeFacts(
      Map<String, ValueType> types, Map<String, Map<String, String>> values) {
    public AttributeFacts {
      types = Collections.unmodifiableMap(new TreeMap<>(types));
      values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
  }

  /**
   * What is asked for.
   *
   * @param zone code of the lot: a zone, a category or {@code ZONE:CATEGORY}
   * @param area the area in which the lot lies
   * @param location where the vacancy is; only for the kind that names a location
   */
  public record Request(
      String zone, String area, RequestKind kind, LocalDate date, @Nullable String location) {}

  /**
   * A place on the framework.
   *
   * @param from first day in force
   * @param until first day no longer in force, absent where no end is set
   * @param site reference of the only location at which it holds, absent where it holds in the
   *     whole zone (LAN-FW-40)
   */
  public record PlaceFact(
      String provider,
      String tier,
      String zone,
      String area,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable String site) {
    /** One that holds in the whole zone. */
    public PlaceFact(
        String provider,
        String tier,
        String zone,
        String area,
        LocalDate from,
        @Nullable LocalDate until) {
      this(provider, tier, zone, area, from, until, null);
    }

    boolean inForceOn(LocalDate date) {
      return !date.isBefore(from) && (until == null || date.isBefore(until));
    }
  }

  /**
   * A suspension.
   *
   * @param from first day in force
   * @param until first day no longer in force, absent where no end is set
   */
  public record SuspensionFact(
      String provider, SuspensionScope scope, LocalDate from, @Nullable LocalDate until) {
    boolean inForceOn(LocalDate date) {
      return !date.isBefore(from) && (until == null || date.isBefore(until));
    }
  }

  /**
   * Who delivers behind the holder of a place.
   *
   * @param from first day, absent where it is not known
   * @param until first day no longer, absent where no end is set
   */
  public record MemberFact(
      String holder,
      String member,
      MemberRole role,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {

    /** One for good. */
    public MemberFact(String holder, String member, MemberRole role) {
      this(holder, member, role, null, null);
    }

    /** Whether it delivers behind the holder on a date. */
    public boolean holdsOn(LocalDate date) {
      return (from == null || !date.isBefore(from)) && (until == null || date.isBefore(until));
    }
  }

  /** A location and the provider that delivers there on the date asked about. */
  public record HeldLocation(String location, String provider, String zone) {}
}
