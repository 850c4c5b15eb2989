package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.platform.store.generated.Tables.ATTRIBUTE_VALUE;

import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.attribute.AttributeDefinition;
import council.platform.attribute.AttributeKind;
import council.platform.attribute.AttributeType;
import council.platform.attribute.Attributes;
import council.platform.attribute.AttributesSection;
import council.platform.attribute.Given;
import council.platform.attribute.OwnerType;
import council.platform.identity.Actor;
import council.platform.scheme.CodesSection;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fields of the council's own on providers and locations. */
@Singleton
final class AttributeGraphql {
  private final Attributes attributes;
  private final Optional<Schemes> schemes;
  private final Clock clock;

  AttributeGraphql(Attributes attributes, Optional<Schemes> schemes, Clock clock) {
    this.attributes = attributes;
    this.schemes = schemes;
    this.clock = clock;
  }

  /** The SDL type AttributeDefinition. */
  record Definition(
      String code,
      String title,
      AttributeKind kind,
      boolean required,
      @Nullable Integer maxLength,
      @Nullable Integer scale,
      @Nullable String lowest,
      @Nullable String highest,
      List<Choice> choices) {}

  /** The SDL type AttributeChoice. */
  record Choice(String code, String title, @Nullable LocalDate from, @Nullable LocalDate until) {}

  record SetProviderAttributes(UUID provider, int revision, List<Given> attributes) {}

  record SetLocationAttributes(UUID location, int revision, List<Given> attributes) {}

  void declare(Contributions c) {
    c.read("AttributeValue", ATTRIBUTE_VALUE)
        .column("code", ATTRIBUTE_VALUE.CODE)
        .column("kind", ATTRIBUTE_VALUE.KIND)
        .column("value", ATTRIBUTE_VALUE.VALUE)
        .order("CODE_ASC", List.of(asc(ATTRIBUTE_VALUE.CODE)));
    c.query(
        "attributeDefinitions",
        (actor, arguments) -> definitions(arguments.get("owner", OwnerType.class)));
    c.mutation("setProviderAttributes", SetProviderAttributes.class, this::setForProvider);
    c.mutation("setLocationAttributes", SetLocationAttributes.class, this::setForLocation);
  }

  private Outcome setForProvider(Actor actor, SetProviderAttributes input) {
    attributes.setForProvider(actor, input.provider(), input.revision(), input.attributes());
    return Outcome.node("provider", "Provider", input.provider());
  }

  private Outcome setForLocation(Actor actor, SetLocationAttributes input) {
    attributes.setForLocation(actor, input.location(), input.revision(), input.attributes());
    return Outcome.node("location", "Location", input.location());
  }

  private List<Definition> definitions(OwnerType owner) {
    Optional<SchemeVersion> scheme = schemes.flatMap(all -> all.findInForce(LocalDate.now(clock)));
    Map<String, CodesSection.CodeList> lists =
        scheme
            .flatMap(found -> found.findSection(CodesSection.class))
            .map(CodesSection::lists)
            .orElse(Map.of());
    return scheme
        .flatMap(found -> found.findSection(AttributesSection.class))
        .map(section -> section.of(owner))
        .orElse(Map.of())
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(field -> definition(field.getKey(), field.getValue(), lists))
        .toList();
  }

  private static Definition definition(
      String code, AttributeDefinition field, Map<String, CodesSection.CodeList> lists) {
    AttributeType type = field.type();
    return new Definition(
        code,
        field.title(),
        type.kind(),
        field.required(),
        type instanceof AttributeType.Text(int maxLength) ? maxLength : null,
        type instanceof AttributeType.Decimal decimal ? decimal.scale() : null,
        lowest(type),
        highest(type),
        type instanceof AttributeType.Code(String list) ? choices(lists.get(list)) : List.of());
  }

  private static @Nullable String lowest(AttributeType type) {
    return switch (type) {
      case AttributeType.WholeNumber whole -> text(whole.min());
      case AttributeType.Decimal decimal -> text(decimal.min());
      case AttributeType.Date date -> text(date.earliest());
      case AttributeType.Text _, AttributeType.TrueOrFalse _, AttributeType.Code _ -> null;
    };
  }

  private static @Nullable String highest(AttributeType type) {
    return switch (type) {
      case AttributeType.WholeNumber whole -> text(whole.max());
      case AttributeType.Decimal decimal -> text(decimal.max());
      case AttributeType.Date date -> text(date.latest());
      case AttributeType.Text _, AttributeType.TrueOrFalse _, AttributeType.Code _ -> null;
    };
  }

  private static @Nullable String text(@Nullable Object bound) {
    return bound == null ? null : bound.toString();
  }

  private static List<Choice> choices(CodesSection.@Nullable CodeList list) {
    return list == null
        ? List.of()
        : list.values().entrySet().stream()
            .map(one ->
                new Choice(
                    one.getKey(),
                    one.getValue().title(),
                    one.getValue().from(),
                    one.getValue().until()))
            .toList();
  }
}
