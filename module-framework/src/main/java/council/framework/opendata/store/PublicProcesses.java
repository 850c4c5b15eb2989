package council.framework.opendata.store;

import council.framework.opendata.domain.FrameworkReleases;
import council.framework.opendata.domain.Ocds.Release;
import council.framework.scheme.OpenData;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The contracting processes of a framework, each with its releases, in a fixed order. */
@Singleton
final class PublicProcesses {
  private final OpenDataStore store;
  private final RoundFacts rounds;

  PublicProcesses(OpenDataStore store, RoundFacts rounds) {
    this.store = store;
    this.rounds = rounds;
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
    return told;
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
