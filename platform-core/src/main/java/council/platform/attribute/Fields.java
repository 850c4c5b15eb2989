package council.platform.attribute;

import council.platform.scheme.CodesSection;
import council.platform.scheme.CodesSection.Code;
import council.platform.scheme.SchemeView;
import java.util.Map;
import java.util.Objects;

/** The fields of one type of owner in one scheme, with the lists that they choose from. */
record Fields(
    OwnerType owner,
    Map<String, AttributeDefinition> byCode,
    Map<String, CodesSection.CodeList> lists) {

  static Fields none(OwnerType owner) {
    return new Fields(owner, Map.of(), Map.of());
  }

  static Fields of(SchemeView scheme, OwnerType owner) {
    return new Fields(
        owner,
        scheme.findSection(AttributesSection.class).map(s -> s.of(owner)).orElse(Map.of()),
        scheme.findSection(CodesSection.class).map(CodesSection::lists).orElse(Map.of()));
  }

  AttributeKind kindOf(String code) {
    return Objects.requireNonNull(byCode.get(code)).type().kind();
  }

  /** What may be chosen; nothing where the attribute has no list. */
  Map<String, Code> codesOf(AttributeType type) {
    return type instanceof AttributeType.Code(String list) && lists.containsKey(list)
        ? lists.get(list).values()
        : Map.of();
  }
}
