package council.graphql.run;

import council.platform.problem.ErrorCode;
import graphql.GraphQLError;
import graphql.language.Definition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
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

  private static final Size NOTHING = new Size(0, 0, 0, 0);

  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, Size> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private boolean circular;

  private ExpandedSize(Document document) {
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(f -> fragments.putIfAbsent(f.getName(), f));
  }

  /**
   * @param levels of selections within each other
   */
  private record Size(long selections, long aliases, long directives, long levels) {
    Size plus(Size other) {
      return new Size(
          LimitChecks.saturatedAdd(selections, other.selections),
          LimitChecks.saturatedAdd(aliases, other.aliases),
          LimitChecks.saturatedAdd(directives, other.directives),
          Math.max(levels, other.levels));
    }

    /** One level further up. */
    Size within(long ownAliases, long ownDirectives) {
      return new Size(
          LimitChecks.saturatedAdd(selections, 1),
          LimitChecks.saturatedAdd(aliases, ownAliases),
          LimitChecks.saturatedAdd(directives, ownDirectives),
          levels + 1);
    }

    Size max(Size other) {
      return new Size(
          Math.max(selections, other.selections),
          Math.max(aliases, other.aliases),
          Math.max(directives, other.directives),
          Math.max(levels, other.levels));
    }
  }

  /** The limits that the operations of a document, or one of its fragments, go beyond. */
  static List<GraphQLError> check(Document document, GraphqlLimits limits) {
    ExpandedSize sizes = new ExpandedSize(document);
    Size operations = NOTHING;
    Size largestFragment = NOTHING;
    for (Definition<?> definition : document.getDefinitions()) {
      if (definition instanceof OperationDefinition operation) {
        operations =
            operations.plus(ofDirectives(operation)).plus(sizes.of(operation.getSelectionSet()));
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
          operations = operations.plus(ofDirectives(variable));
        }
      } else if (definition instanceof FragmentDefinition fragment) {
        largestFragment = largestFragment.max(sizes.ofFragment(fragment.getName()));
      }
    }
    List<GraphQLError> errors = new ArrayList<>();
    if (sizes.circular) {
      errors.add(Errors.error(ErrorCode.BAD_REQUEST, "A fragment is spread within itself."));
    }
    Size size = operations.max(largestFragment);
    check(errors, Limit.DEPTH, size.levels(), ROOM, limits.maxDepth());
    check(errors, Limit.FIELDS, size.selections(), ROOM, limits.maxFields());
    check(errors, Limit.ALIASES, size.aliases(), ROOM, limits.maxAliases());
    check(errors, Limit.DIRECTIVES, size.directives(), 1, limits.maxDirectives());
    return errors;
  }

  private static void check(
      List<GraphQLError> errors, Limit limit, long actual, long room, long maximum) {
    if (actual > room * maximum) {
      errors.add(
          limit.exceeded(
              maximum,
              actual,
              "Once its fragments are expanded, the document has %d %s, more than %d."
                  .formatted(actual, limit.word(), room * maximum)));
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
          of(field.getSelectionSet())
              .within(field.getAlias() == null ? 0 : 1, field.getDirectives().size());
      case InlineFragment inline ->
          of(inline.getSelectionSet()).within(0, inline.getDirectives().size());
      case FragmentSpread spread ->
          ofFragment(spread.getName()).within(0, spread.getDirectives().size());
      default -> throw new IllegalStateException("A selection of an unknown kind: " + selection);
    };
  }

  private static Size ofDirectives(DirectivesContainer<?> container) {
    return new Size(0, 0, container.getDirectives().size(), 0);
  }

  /** A fragment within itself counts nothing there; the document is refused for it. */
  private Size ofFragment(String name) {
    Size size = known.get(name);
    FragmentDefinition fragment = fragments.get(name);
    circular |= open.contains(name);
    if (size != null || fragment == null || !open.add(name)) {
      return size == null ? NOTHING : size;
    }
    size = ofDirectives(fragment).plus(of(fragment.getSelectionSet()));
    open.remove(name);
    known.put(name, size);
    return size;
  }
}
