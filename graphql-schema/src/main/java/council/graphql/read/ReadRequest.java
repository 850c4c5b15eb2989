package council.graphql.read;

import council.platform.identity.Actor;
import java.util.List;
import java.util.UUID;

/**
 * What a compiled read needs to know when it is run.
 *
 * @param ids the nodes to read, where they were found out by somebody else
 * @param seen takes down whose personal values are read
 */
public record ReadRequest(Actor actor, RequestValues values, List<UUID> ids, PersonsSeen seen) {
  public static ReadRequest of(Actor actor, RequestValues values) {
    return of(actor, values, new PersonsSeen());
  }

  public static ReadRequest of(Actor actor, RequestValues values, PersonsSeen seen) {
    return new ReadRequest(actor, values, List.of(), seen);
  }
}
