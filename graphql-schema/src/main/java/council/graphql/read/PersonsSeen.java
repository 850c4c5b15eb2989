package council.graphql.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The people whose personal values one request has read so far, each with what was read. */
public final class PersonsSeen {
  private final Map<UUID, Set<String>> people = new LinkedHashMap<>();

  public void saw(UUID person, Set<String> what) {
    people.computeIfAbsent(person, ignored -> new TreeSet<>()).addAll(what);
  }

  public Map<UUID, Set<String>> people() {
    return people;
  }
}
