package council.platform.attribute;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;

/** One field that a council keeps. */
public record AttributeDefinition(
    @Doc("Name for people") String title,
    @Doc("What its values may be") AttributeType type,
    @Doc("Whether a value, once given, may be replaced but not taken away") @Default("false")
        boolean required) {}
