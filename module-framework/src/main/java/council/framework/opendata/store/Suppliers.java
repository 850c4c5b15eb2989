package council.framework.opendata.store;

import council.framework.opendata.domain.OpenFacts.Supplier;
import council.platform.directory.Directory;
import council.platform.identity.Actor;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is told of providers. */
final class Suppliers {
  private Suppliers() {}

  /** By reference. */
  static Map<String, Supplier> named(Directory directory, Actor actor, Set<String> references) {
    return directory.findProvidersByReference(actor, references).values().stream()
        .map(p -> new Supplier(p.reference(), p.name(), p.companiesHouseNumber()))
        .collect(Collectors.toMap(Supplier::reference, Function.identity()));
  }
}
