package council.platform.attribute;

import council.platform.expression.Value;
import council.platform.identity.Actor;
import council.platform.scheme.SchemeView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Values of the fields that the scheme of the current council adds. */
public interface Attributes {
  /**
   * Sets what is given and leaves the rest alone, by the scheme in force today. Whoever calls has
   * checked the owner's revision and counts it up where something changed; the audit has a row
   * about the owner.
   *
   * @return whether anything changed
   * @throws council.platform.problem.Refused with all problems, at {@code input.attributes[0].code}
   *     or {@code .value}: {@code UNKNOWN_ATTRIBUTE}, {@code DUPLICATE_ATTRIBUTE}, {@code
   *     WRONG_TYPE}, {@code OUT_OF_RANGE}, {@code BAD_TEXT}, {@code UNKNOWN_CODE}, {@code
   *     VALUE_REQUIRED}
   */
  boolean set(Actor actor, Owner owner, List<Given> given);

  /**
   * As {@link #set} for a provider of the directory.
   *
   * @param revision of the provider as the caller saw it
   */
  void setForProvider(Actor actor, UUID provider, int revision, List<Given> given);

  /**
   * As {@link #set} for a location of the directory, from then on in later spans of days too.
   *
   * @param revision of the location as the caller saw it
   */
  void setForLocation(Actor actor, UUID location, int revision, List<Given> given);

  /**
   * Values by owner and then by the names that expressions use, such as {@code
   * provider.LIVING_WAGE}, typed as that scheme has it, in one statement. A value that the scheme
   * does not define, or not as what was kept, is not there.
   */
  Map<UUID, Map<String, Value>> find(SchemeView scheme, OwnerType type, Collection<UUID> owners);

  /** As {@link #find} for every owner of that type that has values. */
  Map<UUID, Map<String, Value>> findAll(SchemeView scheme, OwnerType type);
}
