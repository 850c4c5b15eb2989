package council.graphql.run;

import graphql.GraphQLError;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How large a document becomes once its fragments are expanded, counted without expanding them: a
 * fragment that spreads another twice doubles it, so a short document can stand for more selections
 * than any machine holds. Validation and normalization both expand, so this comes first.
 */
final class ExpandedSize {
  /** Selections that say the same are merged later, and only then count for an operation. */
  private static final long ROOM = 10;

  private static final Size NOTHING = new Size(0, 0);

  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, Size> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  private ExpandedSize(Document document) {
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(f -> fragments.putIfAbsent(f.getName(), f));
  }

  private record Size(long selections, long aliases) {
    Size plus(Size other) {
      return new Size(
          LimitChecks.saturatedAdd(selections, other.selections),
          LimitChecks.saturatedAdd(aliases, other.aliases));
    }
  }

  /** The limits that the operations of a document, or one of its fragments, go beyond. */
  static List<GraphQLError> check(Document document, GraphqlLimits limits) {
    ExpandedSize sizes = new ExpandedSize(document);
    Size operations = NOTHING;
    long selections = 0;
    long aliases = 0;
    for (Definition<?> definition : document.getDefinitions()) {
      if (definition instanceof OperationDefinition operation) {
        operations = operations.plus(sizes.of(operation.getSelectionSet()));
      } else if (definition instanceof FragmentDefinition fragment) {
        Size size = sizes.ofFragment(fragment.getName());
        selections = Math.max(selections, size.selections());
        aliases = Math.max(aliases, size.aliases());
      }
    }
    List<GraphQLError> errors = new ArrayList<>();
    check(errors, "fields", Math.max(selections, operations.selections()), limits.maxFields());
    check(errors, "aliases", Math.max(aliases, operations.aliases()), limits.maxAliases());
    return errors;
  }

  private static void check(List<GraphQLError> errors, String limit, long actual, long maximum) {
    if (actual > ROOM * maximum) {
      errors.add(
          LimitChecks.error(
              limit,
              maximum,
              "Once its fragments are expanded, the document has more than %d %s."
                  .formatted(ROOM * maximum, limit)));
    }
  }

  private Size of(@Nullable SelectionSet set) {
    Size size = NOTHING;
    if (set != null) {
      for (Selection<?> selection : set.getSelections()) {
        size = size.plus(of(selection));
      }
    }
    return size;
  }

  private Size of(Selection<?> selection) {
    return switch (selection) {
      case Field field ->
          new Size(1, field.getAlias() == null ? 0 : 1).plus(of(field.getSelectionSet()));
      case InlineFragment inline -> new Size(1, 0).plus(of(inline.getSelectionSet()));
      case FragmentSpread spread -> new Size(1, 0).plus(ofFragment(spread.getName()));
      default -> throw new IllegalStateException("A selection of an unknown kind: " + selection);
    };
  }

  /** A fragment within itself counts nothing there; validation refuses the document for it. */
  private Size ofFragment(String name) {
    Size size = known.get(name);
    FragmentDefinition fragment = fragments.get(name);
    if (size != null || fragment == null || !open.add(name)) {
      return size == null ? NOTHING : size;
    }
    size = of(fragment.getSelectionSet());
    open.remove(name);
    known.put(name, size);
    return size;
  }
}
