package council.framework.opendata.store;

import council.framework.api.OpenDataPublication;
import council.framework.opendata.domain.FrameworkReleases;
import council.framework.opendata.domain.Names;
import council.framework.opendata.domain.Ocds.Release;
import council.framework.opendata.store.PublicProcesses.Publishing;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.OpenData;
import council.framework.scheme.Vehicle;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells the frameworks as open data, page by page. */
@Singleton
final class StoredOpenData implements OpenDataPublication {
  private static final int MOST = 200;

  private final PublicProcesses processes;
  private final Schemes schemes;
  private final Clock clock;

  StoredOpenData(PublicProcesses processes, Schemes schemes, Clock clock) {
    this.processes = processes;
    this.schemes = schemes;
    this.clock = clock;
  }

  @Override
  public List<Framework> listFrameworks(Actor actor) {
    return publishing().entrySet().stream()
        .map(entry -> framework(actor, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Framework framework(Actor actor, String code, Vehicle vehicle) {
    OpenData terms = Objects.requireNonNull(vehicle.openData());
    return new Framework(
        code, vehicle.title(), OcdsJson.text(new Names(terms).head(actor.tenant())));
  }

  private Map<String, Vehicle> publishing() {
    Map<String, Vehicle> published = new LinkedHashMap<>();
    schemes
        .findInForce(LocalDate.now(clock))
        .flatMap(scheme -> scheme.findSection(FrameworkSection.class))
        .ifPresent(section ->
            section
                .vehicles()
                .forEach((code, vehicle) -> {
                  if (vehicle.openData() != null) {
                    published.put(code, vehicle);
                  }
                }));
    return published;
  }

  private Publishing get(String vehicle) {
    Map<String, Vehicle> known = publishing();
    var problems = new Problems();
    if (!known.containsKey(vehicle)) {
      problems.add(
          "NOT_PUBLISHED",
          "vehicle",
          vehicle,
          "one of " + String.join(", ", known.keySet()),
          "The scheme in force today publishes no provider framework " + vehicle + ".");
    }
    problems.throwIfAny();
    OpenData terms = Objects.requireNonNull(Objects.requireNonNull(known.get(vehicle)).openData());
    return new Publishing(vehicle, terms, LocalDate.now(clock));
  }

  @Override
  public Page releases(Actor actor, String vehicle, int first, @Nullable String following) {
    int most = most(first);
    Cursor at = Cursor.of(following);
    List<Told> told = new ArrayList<>();
    // Each process has a release at least, so that these are enough.
    for (var process : processes.list(actor, get(vehicle), at, most + 1)) {
      int seen = process.key().id().equals(at.process()) ? at.seen() : 0;
      List<Release> releases = process.releases();
      for (int i = Math.min(seen, releases.size()); i < releases.size(); i++) {
        if (told.size() == most) {
          return new Page(told, Cursor.at(process.key(), i).encoded());
        }
        told.add(told(releases.get(i)));
      }
    }
    return new Page(told, null);
  }

  private static Told told(Release release) {
    return new Told(
        release.ocid(),
        release.id(),
        Instant.parse(release.date()),
        release.tag(),
        OcdsJson.text(release));
  }

  @Override
  public Page records(Actor actor, String vehicle, int first, @Nullable String following) {
    int most = most(first);
    var found = processes.list(actor, get(vehicle), Cursor.of(following), most + 1);
    List<Told> told =
        found.stream().limit(most).map(process -> recordOf(process.releases())).toList();
    return new Page(
        told, found.size() <= most ? null : Cursor.at(found.get(most).key(), 0).encoded());
  }

  private static Told recordOf(List<Release> releases) {
    var whole = FrameworkReleases.recordOf(releases);
    return new Told(
        whole.ocid(),
        whole.compiledRelease().id(),
        Instant.parse(whole.compiledRelease().date()),
        whole.compiledRelease().tag(),
        OcdsJson.text(whole));
  }

  private static int most(int first) {
    var problems = new Problems();
    if (first < 1 || first > MOST) {
      problems.add(
          "BAD_PAGE",
          "first",
          first,
          "1 to " + MOST,
          "A page has 1 to %d entries, not %d.".formatted(MOST, first));
    }
    problems.throwIfAny();
    return first;
  }
}
