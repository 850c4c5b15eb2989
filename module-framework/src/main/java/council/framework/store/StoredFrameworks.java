package council.framework.store;

import council.framework.api.Frameworks;
import council.framework.domain.EligibilityFacts.MemberFact;
import council.framework.domain.EligibilityFacts.PlaceFact;
import council.framework.scheme.FrameworkSection;
import council.platform.directory.Directory;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the frameworks of the scheme in force, with what was taken and who holds places. */
@Singleton
final class StoredFrameworks implements Frameworks {
  private final Schemes schemes;
  private final OptionStore options;
  private final OptionTaking taking;
  private final PlaceStore places;
  private final MemberStore members;
  private final Directory directory;

  StoredFrameworks(
      Schemes schemes,
      OptionStore options,
      OptionTaking taking,
      PlaceStore places,
      MemberStore members,
      Directory directory) {
    this.schemes = schemes;
    this.options = options;
    this.taking = taking;
    this.places = places;
    this.members = members;
    this.directory = directory;
  }

  @Override
  public List<Framework> list(Actor actor, LocalDate on) {
    return schemes.findInForce(on).map(scheme -> list(scheme, on)).orElse(List.of());
  }

  private List<Framework> list(SchemeVersion scheme, LocalDate on) {
    var geography = scheme.getSection(GeographySection.class);
    return scheme.getSection(FrameworkSection.class).vehicles().entrySet().stream()
        .map(entry ->
            new FrameworkView(
                    entry.getKey(), entry.getValue(), geography, options.list(entry.getKey()))
                .on(on, scheme.id().toString(), option -> options.findDay(entry.getKey(), option)))
        .toList();
  }

  @Override
  public List<Member> listMembers(Actor actor, String vehicle, LocalDate on) {
    Set<String> holders =
        places.listPlaces(vehicle).stream()
            .filter(place -> inForce(place, on))
            .map(PlaceFact::provider)
            .collect(Collectors.toSet());
    List<MemberFact> behind =
        members.list(vehicle).stream()
            .filter(m -> holders.contains(m.holder()) && m.holdsOn(on))
            .toList();
    Map<String, Provider> known =
        directory.findProvidersByReference(
            actor, behind.stream().map(MemberFact::member).collect(Collectors.toSet()));
    return behind.stream()
        .map(m -> new Member(m.holder(), m.member(), name(known.get(m.member())), m.role().name()))
        .distinct()
        .toList();
  }

  private static boolean inForce(PlaceFact place, LocalDate on) {
    LocalDate until = place.until();
    return !on.isBefore(place.from()) && (until == null || on.isBefore(until));
  }

  private static @Nullable String name(@Nullable Provider provider) {
    return provider == null ? null : provider.name();
  }

  @Override
  public UUID takeOption(Actor actor, TakeOption command) {
    return taking.take(actor, command);
  }
}
