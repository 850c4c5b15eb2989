package council.platform.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import java.util.Optional;

/** What a variable of an expression, or its answer, may be. */
public enum ValueType {
  TEXT("text", SimpleType.STRING),
  WHOLE_NUMBER("a whole number", SimpleType.INT),
  DECIMAL("a decimal", OpaqueType.create("decimal")),
  TRUE_OR_FALSE("true or false", SimpleType.BOOL),
  DATE("a date", OpaqueType.create("date")),
  TEXTS("a list of texts", ListType.create(SimpleType.STRING));

  private final String described;
  private final CelType cel;

  ValueType(String described, CelType cel) {
    this.described = described;
    this.cel = cel;
  }

  /** Completes the sentence "Expected ...". */
  public String described() {
    return described;
  }

  /** The value that is written like that; empty where this type has none, and for lists. */
  public Optional<Value> read(String text) {
    return ValueReader.read(this, text);
  }

  CelType cel() {
    return cel;
  }
}
