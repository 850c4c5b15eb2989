package council.graphql.read;

import council.platform.identity.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements in the order given, all in one snapshot, and answers the columns of each. */
@FunctionalInterface
public interface StatementRunner {
  List<@Nullable String[]> run(Actor actor, List<Statement> statements);
}
