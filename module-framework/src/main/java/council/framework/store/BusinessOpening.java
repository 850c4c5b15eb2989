package council.framework.store;

import council.framework.api.BusinessRequests.OpenRequest;
import council.framework.api.NewBusiness;
import council.framework.domain.OrderCallOff;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Lot;
import council.framework.scheme.RequestKind;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.Keys;
import council.framework.store.generated.tables.records.BusinessRequestRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.data.Unique;
import council.platform.directory.Location;
import council.platform.identity.Actor;
import council.platform.personal.People;
import council.platform.problem.NearestName;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.scheme.CodesSection;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Opens a request under the scheme in force on the day of its start. */
@Singleton
final class BusinessOpening {
  private static final int LONGEST_REFERENCE = 60;
  private static final int LONGEST_NEED = 500;
  private static final int MOST_REQUIREMENTS = 20;
  private static final int LONGEST_CODE = 40;
  private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(100_000);

  /** Where a scheme has a list of this code, requirements are its codes; else they are free. */
  private static final String REQUIREMENTS = "REQUIREMENTS";

  private final BusinessRequestStore requests;
  private final NewBusinessAnswers answers;
  private final BusinessDecisions decisions;
  private final People people;
  private final Schemes schemes;
  private final Audit audit;
  private final Clock clock;

  BusinessOpening(
      BusinessRequestStore requests,
      NewBusinessAnswers answers,
      BusinessDecisions decisions,
      People people,
      Schemes schemes,
      Audit audit,
      Clock clock) {
    this.requests = requests;
    this.answers = answers;
    this.decisions = decisions;
    this.people = people;
    this.schemes = schemes;
    this.audit = audit;
    this.clock = clock;
  }

  UUID open(Actor actor, OpenRequest command) {
    SchemeVersion scheme =
        schemes
            .findInForce(command.startsOn())
            .orElseThrow(() ->
                new Refused(
                    "NO_SCHEME",
                    "input.startsOn",
                    "No scheme is in force on " + command.startsOn() + "."));
    NewBusiness.Request asked = ask(command);
    Optional<Location> location = answers.findLocation(actor, asked);
    Optional<UUID> person = Optional.ofNullable(command.person()).flatMap(people::findByReference);
    Lot lot = check(command, scheme, location, person);
    BusinessRequestRecord row = row(command, scheme, lot, location);
    row.setPersonId(person.orElse(null));
    row.setEligibilityId(decisions.eligibility(actor, row, scheme).id());
    Unique.orRefuse(
        Keys.BUSINESS_REQUEST_TENANT_ID_REFERENCE_KEY,
        () -> new Refused(List.of(taken(command.reference()))),
        () -> requests.insert(row));
    audit.record(
        actor,
        new Change(
            "BusinessRequest",
            row.getId(),
            "RequestOpened",
            null,
            RequestedBusiness.of(row),
            null,
            null));
    return row.getId();
  }

  private static NewBusiness.Request ask(OpenRequest command) {
    return new NewBusiness.Request(
        command.vehicle(),
        command.zone(),
        command.kind(),
        command.startsOn(),
        command.location(),
        command.category(),
        null);
  }

  private Lot check(
      OpenRequest command,
      SchemeVersion scheme,
      Optional<Location> location,
      Optional<UUID> person) {
    Problems problems = new Problems();
    Optional<Lot> lot = findLot(command, scheme, location, problems);
    Texts.check(problems, "input.reference", command.reference(), LONGEST_REFERENCE);
    Texts.check(problems, "input.need", command.need(), LONGEST_NEED);
    if (requests.hasReference(command.reference())) {
      problems.add(taken(command.reference()));
    }
    if (command.person() != null && person.isEmpty()) {
      problems.add("UNKNOWN_PERSON", "input.person", "There is no such person.");
    }
    checkHours(command.weeklyHours(), problems);
    checkRequirements(command, scheme, problems);
    problems.throwIfAny();
    return lot.orElseThrow(() -> new IllegalStateException("What is unknown was told"));
  }

  /** What the question who may take it is checked for, told at the mutation's paths. */
  private static Optional<Lot> findLot(
      OpenRequest command, SchemeVersion scheme, Optional<Location> location, Problems problems) {
    try {
      return Optional.of(NewBusinessAnswers.check(ask(command), scheme, location));
    } catch (Refused refused) {
      refused
          .problems()
          .forEach(p ->
              problems.add(
                  new Problem(
                      p.code(), "input." + p.path(), p.message(), p.value(), p.expected())));
      return Optional.empty();
    }
  }

  private static void checkHours(BigDecimal hours, Problems problems) {
    if (hours.signum() <= 0
        || hours.compareTo(MOST_HOURS) > 0
        || hours.stripTrailingZeros().scale() > 2) {
      problems.add(
          "BAD_HOURS",
          "input.weeklyHours",
          hours.toPlainString(),
          "hours in a week above 0, at most " + MOST_HOURS + ", with at most 2 decimals",
          "%s is no number of hours in a week.".formatted(hours.toPlainString()));
    }
  }

  private static void checkRequirements(
      OpenRequest command, SchemeVersion scheme, Problems problems) {
    List<String> given = command.requirements();
    if (given.size() > MOST_REQUIREMENTS) {
      problems.add(
          "TOO_MANY_REQUIREMENTS",
          "input.requirements",
          given.size(),
          "at most " + MOST_REQUIREMENTS,
          "There are %d special requirements.".formatted(given.size()));
      return;
    }
    Optional<CodesSection.CodeList> list =
        scheme.findSection(CodesSection.class).map(codes -> codes.lists().get(REQUIREMENTS));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String code = given.get(i);
      String path = "input.requirements[" + i + "]";
      if (!seen.add(code)) {
        problems.add("DUPLICATE_REQUIREMENT", path, code + " is there more than once.");
      }
      if (list.isPresent()) {
        checkListed(code, list.get(), command, path, problems);
      } else {
        Texts.check(problems, path, code, LONGEST_CODE);
      }
    }
  }

  private static void checkListed(
      String code,
      CodesSection.CodeList list,
      OpenRequest command,
      String path,
      Problems problems) {
    CodesSection.Code known = list.values().get(code);
    if (known == null || !known.holdsOn(command.startsOn())) {
      problems.add(
          "UNKNOWN_REQUIREMENT",
          path,
          code,
          "one of " + String.join(", ", list.values().keySet()),
          "The list %s has no code '%s'%s"
              .formatted(REQUIREMENTS, code, NearestName.hint(code, list.values().keySet())));
    }
  }

  private static Problem taken(String reference) {
    return new Problem(
        "DUPLICATE_REFERENCE",
        "input.reference",
        "There is a request " + reference + " already.",
        reference,
        "a reference that no other request has");
  }

  private BusinessRequestRecord row(
      OpenRequest command, SchemeVersion scheme, Lot lot, Optional<Location> location) {
    Vehicle vehicle = scheme.getSection(FrameworkSection.class).getVehicle(command.vehicle());
    RequestKind kind = RequestKind.valueOf(command.kind());
    BusinessRequestRecord row = new BusinessRequestRecord();
    row.setId(Ids.next());
    row.setReference(command.reference());
    row.setVehicle(command.vehicle());
    row.setSchemeVersionId(scheme.id());
    row.setKind(command.kind());
    row.setZone(lot.zone() == null ? command.zone() : lot.zone());
    row.setCategory(lot.category());
    row.setLot(lot.code());
    row.setLocationId(location.map(l -> l.id().value()).orElse(null));
    row.setLocationReference(location.map(Location::reference).orElse(null));
    row.setNeed(command.need());
    row.setWeeklyHours(command.weeklyHours().setScale(2));
    row.setRequirements(command.requirements().toArray(String[]::new));
    row.setStartsOn(command.startsOn());
    row.setMethod(OrderCallOff.method(vehicle, kind));
    row.setStatus(BusinessLifecycle.OPEN);
    row.setAttempt(0);
    row.setRevision(1);
    row.setCreatedAt(clock.instant());
    return row;
  }
}
