package council.platform.attribute;

/** The word for the type of an attribute. */
public enum AttributeKind {
  TEXT,
  WHOLE_NUMBER,
  DECIMAL,
  TRUE_OR_FALSE,
  DATE,
  CODE
}
