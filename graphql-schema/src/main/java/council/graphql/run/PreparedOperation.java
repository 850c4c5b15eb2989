package council.graphql.run;

import council.graphql.read.CompiledRead;
import council.graphql.read.PersonsSeen;
import council.graphql.read.RequestValues;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An operation, normalized, with this request's values.
 *
 * @param compiled reads that were compiled for operations of the same shape, by root field
 * @param seen the people whose personal values this request has read
 */
record PreparedOperation(
    ExecutableNormalizedOperation operation,
    RequestValues values,
    Map<ExecutableNormalizedField, CompiledRead> compiled,
    PersonsSeen seen) {

  /** Every field apart from introspection, root fields included. */
  void forEachField(Consumer<ExecutableNormalizedField> visitor) {
    for (ExecutableNormalizedField root : roots()) {
      visitor.accept(root);
      root.traverseSubTree(visitor);
    }
  }

  /** The root fields apart from introspection. */
  List<ExecutableNormalizedField> roots() {
    return operation.getTopLevelFields().stream()
        .filter(f -> !f.getFieldName().startsWith("__"))
        .toList();
  }

  /** The root fields of introspection. */
  List<ExecutableNormalizedField> introspection() {
    return operation.getTopLevelFields().stream()
        .filter(f -> f.getFieldName().startsWith("__"))
        .toList();
  }
}
