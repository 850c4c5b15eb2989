package council.platform.expression;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.List;

/** One way to call a function or an operator that CEL itself does not have. */
record Overload(String function, CelType result, List<ValueType> takes, CelFunctionOverload body) {

  CelOverloadDecl declared() {
    return CelOverloadDecl.newGlobalOverload(
        id(), result, takes.stream().map(ValueType::cel).toList());
  }

  CelFunctionBinding bound() {
    return CelFunctionBinding.from(
        id(), takes.stream().<Class<?>>map(Overload::held).toList(), body);
  }

  private String id() {
    return function.replaceAll("[^a-z<>=!+*-]", "") + takes;
  }

  /** How the evaluation holds a value. */
  private static Class<?> held(ValueType type) {
    return switch (type) {
      case TEXT -> String.class;
      case WHOLE_NUMBER -> Long.class;
      case DECIMAL -> Value.Decimal.class;
      case TRUE_OR_FALSE -> Boolean.class;
      case DATE -> Value.Date.class;
      case TEXTS -> List.class;
    };
  }
}
