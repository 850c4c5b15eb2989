package council.framework.store;

import council.framework.api.PlaceSteps;
import council.framework.domain.PlaceStepFacts.Site;
import council.framework.scheme.PlaceStep;
import council.framework.store.generated.tables.records.PlaceRecord;
import council.platform.directory.Directory;
import council.platform.directory.Location;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import council.platform.scheme.GeographySection;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes steps with places: what is asked is checked here, and done by {@link PlaceStepTaking}. */
@Singleton
final class StoredPlaceSteps implements PlaceSteps {
  private static final String EACH = "input.places[%d].";
  private static final String ONE = "input.";
  private final PlaceStepStore store;
  private final PlaceStore places;
  private final PlaceLifecycle lifecycle;
  private final PlaceStepTaking taking;
  private final Directory directory;

  StoredPlaceSteps(
      PlaceStepStore store,
      PlaceStore places,
      PlaceLifecycle lifecycle,
      PlaceStepTaking taking,
      Directory directory) {
    this.store = store;
    this.places = places;
    this.lifecycle = lifecycle;
    this.taking = taking;
    this.directory = directory;
  }

  @Override
  public UUID move(Actor actor, Move command) {
    var words = new Words(command.ground(), command.reason(), command.evidence());
    var seen = List.of(new SeenPlace(command.place(), command.revision()));
    var rows = findLocked(actor, seen, ONE);
    var problems = new Problems();
    checkRows(actor, "movePlace", seen, rows, ONE, words, problems);
    var which = which(rows.getFirst(), command.step(), command.on());
    return taking.take(
        actor,
        new PlaceStepTaking.Asked(
            which,
            Set.of(PlaceStep.Move.class),
            getProvider(actor, rows.getFirst().getProviderReference()),
            null,
            null,
            rows,
            words,
            null),
        problems);
  }

  @Override
  public UUID end(Actor actor, End command) {
    var words = new Words(command.ground(), command.reason(), command.evidence());
    var rows = findLocked(actor, command.places(), EACH);
    var problems = new Problems();
    checkRows(actor, "endPlaces", command.places(), rows, EACH, words, problems);
    if (command.due() != null && command.due().isBefore(command.on())) {
      problems.add(
          "BAD_DUE_DAY",
          "input.due",
          command.due(),
          "a day from " + command.on() + " on",
          "The locations cannot be due on %s, before the places end.".formatted(command.due()));
    }
    return taking.take(
        actor,
        new PlaceStepTaking.Asked(
            which(rows.getFirst(), command.step(), command.on()),
            Set.of(PlaceStep.Remove.class, PlaceStep.Resign.class, PlaceStep.Recommission.class),
            getProvider(actor, rows.getFirst().getProviderReference()),
            null,
            null,
            rows,
            words,
            command.due()),
        problems);
  }

  @Override
  public UUID novate(Actor actor, Novate command) {
    var words = new Words(command.ground(), command.reason(), command.evidence());
    var rows = findLocked(actor, command.places(), EACH);
    var problems = new Problems();
    checkRows(actor, "novatePlaces", command.places(), rows, EACH, words, problems);
    var buyer = findProvider(actor, command.buyer());
    checkKnown("input.buyer", command.buyer(), buyer, problems);
    return taking.take(
        actor,
        new PlaceStepTaking.Asked(
            which(rows.getFirst(), command.step(), command.on()),
            Set.of(PlaceStep.Novate.class),
            getProvider(actor, rows.getFirst().getProviderReference()),
            buyer.orElse(null),
            null,
            rows,
            words,
            null),
        problems);
  }

  @Override
  public UUID admit(Actor actor, Admit command) {
    places.lockVehicle(actor, command.vehicle());
    var words = new Words(command.ground(), command.reason(), command.evidence());
    var which = new PlaceStepTaking.Which(command.vehicle(), command.step(), command.on());
    var problems = new Problems();
    words.check(problems);
    var provider = findProvider(actor, command.provider());
    checkKnown("input.provider", command.provider(), provider, problems);
    var site =
        directory.locationsAsOf(actor, command.on()).stream()
            .filter(location -> location.reference().equals(command.location()))
            .findFirst();
    if (site.isEmpty()) {
      problems.add(
          "UNKNOWN_LOCATION",
          "input.location",
          command.location(),
          "the reference of a location on that day",
          "There is no location %s on %s.".formatted(command.location(), command.on()));
    }
    problems.throwIfAny();
    return taking.take(
        actor,
        new PlaceStepTaking.Asked(
            which,
            Set.of(PlaceStep.AdmitAtSite.class),
            provider.orElseThrow(),
            null,
            siteOf(which, site.orElseThrow()),
            List.of(),
            words,
            null),
        problems);
  }

  private Site siteOf(PlaceStepTaking.Which which, Location location) {
    var area =
        taking
            .getScheme(which)
            .getSection(GeographySection.class)
            .areaByZone()
            .get(location.zone());
    if (area == null) {
      throw new Refused(
          "UNKNOWN_ZONE",
          "input.location",
          "The scheme has no zone " + location.zone() + ", in which the location lies.");
    }
    return new Site(location.reference(), location.zone(), area);
  }

  /**
   * What people say to a step.
   *
   * @param ground one of the step's grounds
   */
  record Words(@Nullable String ground, String reason, @Nullable String evidence) {
    private static final int LONGEST_GROUND = 200;

    void check(Problems problems) {
      Texts.checkIfGiven(problems, "input.ground", ground, LONGEST_GROUND);
      Texts.check(problems, "input.reason", reason, Texts.LONGEST_REASON);
      Texts.checkIfGiven(problems, "input.evidence", evidence, Texts.LONGEST_EVIDENCE);
    }
  }

  private static PlaceStepTaking.Which which(PlaceRecord row, String step, LocalDate on) {
    return new PlaceStepTaking.Which(row.getVehicle(), step, on);
  }

  /**
   * The places, once nobody else changes any of their vehicle; in the order asked for.
   *
   * @param at path of what is asked of a place, with its number where there are several
   */
  private List<PlaceRecord> findLocked(Actor actor, List<SeenPlace> seen, String at) {
    var ids = seen.stream().map(SeenPlace::place).toList();
    var first = store.find(ids);
    var problems = new Problems();
    if (seen.isEmpty()) {
      problems.add("NO_PLACES", "input.places", "Expected at least one place, but there is none.");
    }
    if (Set.copyOf(ids).size() < ids.size()) {
      problems.add("DUPLICATE_PLACE", "input.places", "A place is named more than once.");
    }
    for (int i = 0; i < ids.size(); i++) {
      var id = ids.get(i);
      if (first.stream().noneMatch(row -> row.getId().equals(id))) {
        problems.add("UNKNOWN_PLACE", at.formatted(i) + "place", "There is no such place.");
      }
    }
    if (first.stream().map(row -> row.getVehicle() + "/" + row.getProviderId()).distinct().count()
        > 1) {
      problems.add(
          "SEVERAL_PROVIDERS",
          "input.places",
          "The places are not of one provider on one framework.");
    }
    problems.throwIfAny();
    places.lockVehicle(actor, first.getFirst().getVehicle());
    var now = store.find(ids);
    return ids.stream()
        .map(id -> now.stream().filter(row -> row.getId().equals(id)).findFirst().orElseThrow())
        .toList();
  }

  private void checkRows(
      Actor actor,
      String action,
      List<SeenPlace> seen,
      List<PlaceRecord> rows,
      String at,
      Words words,
      Problems problems) {
    IntStream.range(0, rows.size())
        .forEach(i -> {
          int present = rows.get(i).getRevision();
          if (seen.get(i).revision() != present) {
            problems.add(stale(at.formatted(i) + "revision", seen.get(i).revision(), present));
          }
        });
    problems.throwIfAny();
    rows.forEach(
        row -> lifecycle.checkPlace(actor, row.getEndedBy() != null, action, words.reason()));
    words.check(problems);
  }

  private static Problem stale(String path, int seen, int present) {
    return new Problem(
        Revisions.STALE,
        path,
        "It was changed meanwhile: you saw revision %d, and it is %d by now. Read it again."
            .formatted(seen, present),
        String.valueOf(seen),
        String.valueOf(present));
  }

  private Optional<Provider> findProvider(Actor actor, String reference) {
    return Optional.ofNullable(
        directory.findProvidersByReference(actor, Set.of(reference)).get(reference));
  }

  private Provider getProvider(Actor actor, String reference) {
    return Objects.requireNonNull(
        directory.findProvidersByReference(actor, Set.of(reference)).get(reference));
  }

  private static void checkKnown(
      String path, String reference, Optional<Provider> provider, Problems problems) {
    if (provider.isEmpty()) {
      problems.add(
          "UNKNOWN_PROVIDER",
          path,
          reference,
          "the reference of a provider",
          "There is no provider " + reference + ".");
    }
  }
}
