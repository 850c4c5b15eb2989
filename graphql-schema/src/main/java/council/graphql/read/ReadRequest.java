package council.graphql.read;

import council.platform.identity.Actor;
import java.util.List;
import java.util.UUID;

/**
 * What a compiled read needs to know when it is run.
 *
 * @param ids the nodes to read, where they were found out by somebody else
 */
public record ReadRequest(Actor actor, RequestValues values, List<UUID> ids) {
  public static ReadRequest of(Actor actor, RequestValues values) {
    return new ReadRequest(actor, values, List.of());
  }
}
