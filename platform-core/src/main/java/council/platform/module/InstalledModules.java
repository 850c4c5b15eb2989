package council.platform.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** The modules on the class path: the host first, every other after the ones that it requires. */
public final class InstalledModules {
  /** Id of the host, which every module needs without saying so. */
  public static final String HOST = "platform";

  private final Map<String, CouncilModule> byId;

  /**
   * @throws IllegalStateException where two modules have one id, or one requires what is not there
   */
  public InstalledModules(Iterable<CouncilModule> modules) {
    Map<String, CouncilModule> found = new LinkedHashMap<>();
    for (CouncilModule module : modules) {
      CouncilModule other = found.put(module.id(), module);
      if (other != null) {
        throw new IllegalStateException(
            "Expected one module '%s', but found %s and %s"
                .formatted(module.id(), other.getClass().getName(), module.getClass().getName()));
      }
    }
    this.byId = inOrder(found);
  }

  /** What {@link ServiceLoader} finds. */
  public static InstalledModules onClassPath() {
    return new InstalledModules(ServiceLoader.load(CouncilModule.class));
  }

  public List<CouncilModule> list() {
    return List.copyOf(byId.values());
  }

  public Optional<CouncilModule> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static Map<String, CouncilModule> inOrder(Map<String, CouncilModule> found) {
    Map<String, CouncilModule> ordered = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>(found.keySet());
    ids.sort(null);
    if (ids.remove(HOST)) {
      ids.addFirst(HOST);
    }
    ids.forEach(id -> append(id, found, ordered, new LinkedHashSet<>()));
    return ordered;
  }

  private static void append(
      String id,
      Map<String, CouncilModule> found,
      Map<String, CouncilModule> ordered,
      Set<String> path) {
    if (ordered.containsKey(id)) {
      return;
    }
    if (!path.add(id)) {
      throw new IllegalStateException("Modules require one another in a circle: " + path);
    }
    CouncilModule module = found.get(id);
    if (module == null) {
      throw new IllegalStateException(
          "Module '%s' is required by '%s', but it is not on the class path; found %s"
              .formatted(id, path.stream().toList().get(path.size() - 2), found.keySet()));
    }
    module.requires().stream().sorted().forEach(next -> append(next, found, ordered, path));
    path.remove(id);
    ordered.put(id, module);
  }
}
