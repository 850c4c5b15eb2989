package council.framework.opendata.store;

import council.framework.opendata.domain.CallOffReleases;
import council.framework.opendata.domain.FrameworkReleases;
import council.framework.opendata.domain.Ocds.Release;
import council.framework.scheme.OpenData;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contracting processes of a framework, each with its releases, in a fixed order. */
@Singleton
final class PublicProcesses {
  private final OpenDataStore store;
  private final RoundFacts rounds;
  private final CallOffReader callOffs;

  PublicProcesses(OpenDataStore store, RoundFacts rounds, CallOffReader callOffs) {
    this.store = store;
    this.rounds = rounds;
    this.callOffs = callOffs;
  }

  /**
   * @param today nothing is told before its day
   */
  record Publishing(String vehicle, OpenData terms, LocalDate today) {}

  record Told(Key key, List<Release> releases) {}

  /** Rounds come first. */
  record Key(Kind kind, UUID id) {}

  enum Kind {
    ROUND,
    CALL_OFF
  }

  /**
   * Those from one on.
   *
   * @param from where to begin
   */
  List<Told> list(Actor actor, Publishing publishing, Cursor from, int most) {
    List<Told> told = new ArrayList<>();
    if (from.kind() == Kind.ROUND) {
      told.addAll(rounds(actor, publishing, from, most));
    }
    if (told.size() < most) {
      UUID first = from.kind() == Kind.CALL_OFF ? from.process() : null;
      told.addAll(callOffs(actor, publishing, first, most - told.size()));
    }
    return told;
  }

  private List<Told> callOffs(Actor actor, Publishing publishing, @Nullable UUID first, int most) {
    var rows = store.listCallOffs(publishing.vehicle(), first, publishing.today(), most);
    return callOffs.of(actor, publishing, rows).stream()
        .map(facts ->
            new Told(
                new Key(Kind.CALL_OFF, UUID.fromString(facts.callOff().id())),
                CallOffReleases.of(facts, publishing.today())))
        .toList();
  }

  private List<Told> rounds(Actor actor, Publishing publishing, Cursor from, int most) {
    var rows = store.listRounds(publishing.vehicle(), from.process(), most);
    var facts = rounds.of(actor, publishing, rows);
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      told.add(
          new Told(
              new Key(Kind.ROUND, rows.get(i).getId()),
              FrameworkReleases.of(facts.get(i), publishing.today())));
    }
    return told;
  }
}
