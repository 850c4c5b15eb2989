package council.app.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import council.graphql.read.GlobalId;
import council.graphql.read.NodeDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a value for any argument, twice in the same form: once with what the victim has, once with
 * what nobody has. Where a type or a name needs more than its form tells, it is added to {@link
 * #BY_NAME} or {@link #BY_SCALAR}; nothing here knows a field of the API.
 */
final class Inputs {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String KEY =
      "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\",\"use\":\"sig\",\"kid\":\"replayed\","
          + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
          + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}]}";

  /** Arguments and members whose name says what fits; both get the same. */
  private static final Map<String, JsonNode> BY_NAME =
      Map.ofEntries(
          Map.entry("jwks", JSON.textNode(KEY)),
          Map.entry("algorithm", JSON.textNode("ES256")),
          Map.entry("scopes", JSON.arrayNode().add("directory.read")),
          Map.entry("document", JSON.textNode("council: nobody\ntitle: Nothing\n")),
          Map.entry("dryRun", JSON.booleanNode(true)),
          Map.entry("demo", JSON.booleanNode(true)),
          Map.entry("providersCsv", JSON.textNode("reference,name\n")),
          Map.entry("applicationsCsv", JSON.textNode("provider\n")),
          Map.entry("appliedZonesCsv", JSON.textNode("provider,zone\n")),
          Map.entry("scoresCsv", JSON.textNode("provider,criterion,zone,score\n")),
          Map.entry("locationsCsv", JSON.textNode("reference,provider,zone\n")));

  /** What does not depend on whose it is, by the name of its scalar. */
  private static final Map<String, JsonNode> BY_SCALAR =
      Map.of(
          "Int", JSON.numberNode(1),
          "Boolean", JSON.booleanNode(false),
          "Date", JSON.textNode("2015-07-01"),
          "DateTime", JSON.textNode("2015-07-01T09:30:00Z"),
          "Decimal", JSON.textNode("1.00"),
          "Gbp", JSON.textNode("1.00"),
          "Json", JSON.objectNode());

  private final Surveyed surveyed;
  private final KnownValues victim;
  private final KnownValues stranger;
  private final Predicate<String> usable;
  private final int firstShift;
  private final boolean leavesTraces;
  private int keys;

  private Inputs(
      Surveyed surveyed, Predicate<String> usable, int firstShift, boolean leavesTraces) {
    this.surveyed = surveyed;
    this.victim = surveyed.victim();
    this.stranger = surveyed.stranger();
    this.usable = usable;
    this.firstShift = firstShift;
    this.leavesTraces = leavesTraces;
  }

  /** For questions, which leave nothing behind and ask for nothing that mutations have. */
  static Inputs forQueries(Surveyed surveyed) {
    return new Inputs(surveyed, value -> !surveyed.typed().contains(value), 1, false);
  }

  /**
   * For mutations: what a stranger types in stands in its own rows from then on, so no canaries.
   *
   * @param firstShift a number of its own for each test, so that none invents what another one did
   */
  static Inputs forMutations(World world, Surveyed surveyed, int firstShift) {
    return new Inputs(surveyed, value -> world.canaries().in(value).isEmpty(), firstShift, true);
  }

  /**
   * The same twice: with something of the victim, and with something of the form that nobody has.
   */
  record Given(JsonNode theirs, JsonNode nobodys) {
    static Given same(JsonNode value) {
      return new Given(value, value);
    }

    boolean differs() {
      return !theirs.equals(nobodys);
    }
  }

  /** A value that holds for an argument or a member of an input. */
  Given of(GraphQLNamedSchemaElement named, GraphQLType type, int variant) {
    String name = named.getName();
    GraphQLType plain = GraphQLTypeUtil.unwrapNonNull(type);
    JsonNode fits = BY_NAME.get(name);
    if (fits != null) {
      return Given.same(fits);
    }
    return switch (plain) {
      case GraphQLList list -> asList(of(named, list.getWrappedType(), variant));
      case GraphQLInputObjectType object -> object(object, variant);
      case GraphQLEnumType closed ->
          Given.same(JSON.textNode(closed.getValues().getFirst().getName()));
      default -> scalar(named, ((GraphQLNamedType) plain).getName(), variant);
    };
  }

  private static Given asList(Given one) {
    return new Given(JSON.arrayNode().add(one.theirs), JSON.arrayNode().add(one.nobodys));
  }

  private Given object(GraphQLInputObjectType type, int variant) {
    ObjectNode theirs = JSON.objectNode();
    ObjectNode nobodys = JSON.objectNode();
    for (GraphQLInputObjectField member : type.getFieldDefinitions()) {
      Given given = of(member, member.getType(), variant);
      theirs.set(member.getName(), given.theirs);
      nobodys.set(member.getName(), given.nobodys);
    }
    return new Given(theirs, nobodys);
  }

  private Given scalar(GraphQLNamedSchemaElement named, String scalar, int variant) {
    if (named.getName().equals("idempotencyKey")) {
      return new Given(JSON.textNode(key()), JSON.textNode(key()));
    }
    JsonNode fits = BY_SCALAR.get(scalar);
    if (fits != null) {
      return Given.same(fits);
    }
    return switch (scalar) {
      case "ID" -> id(NodeDirective.typeOf((GraphQLDirectiveContainer) named), variant);
      case "String", "Code" -> text(named.getName(), variant);
      default ->
          throw new AssertionError(
              "No value can be made for '%s' of the scalar %s: add it to Inputs.BY_SCALAR or, if its name matters, to Inputs.BY_NAME"
                  .formatted(named.getName(), scalar));
    };
  }

  private String key() {
    return "replayed-%06d-%s".formatted(++keys, UUID.randomUUID());
  }

  private Given id(@Nullable String type, int variant) {
    List<String> ids = victim.ids(type == null ? "Provider" : type);
    if (ids.isEmpty()) {
      return idLike(surveyed.victimsId(String.valueOf(type)));
    }
    return idLike(ids.get(variant % ids.size()));
  }

  static Given idLike(String id) {
    String type = GlobalId.get("id", id).type();
    return new Given(
        JSON.textNode(id), JSON.textNode(new GlobalId(type, UUID.randomUUID()).encoded()));
  }

  private Given text(String name, int variant) {
    List<String> values = texts(name);
    String theirs = values.get(variant % values.size());
    String nobodys = unknownLike(theirs);
    if (leavesTraces) {
      surveyed.typed().addAll(List.of(theirs, nobodys));
    }
    return new Given(JSON.textNode(theirs), JSON.textNode(nobodys));
  }

  /** What the victim has for an argument of this name and the stranger has not. */
  List<String> texts(String name) {
    List<String> values =
        victim.forArgument(name).stream()
            .filter(value -> value.length() >= 3 && value.length() <= 60)
            .filter(value -> !stranger.holds(value) && usable.test(value))
            .toList();
    if (values.isEmpty()) {
      throw new AssertionError("The victim has no text that could be tried as '" + name + "'");
    }
    return values;
  }

  /** Other letters and digits in the same places. */
  String unknownLike(String text) {
    for (int shift = firstShift; shift < 26; shift++) {
      StringBuilder other = new StringBuilder();
      for (char c : text.toCharArray()) {
        other.append(shifted(c, shift));
      }
      if (!victim.holds(other.toString())
          && !stranger.holds(other.toString())
          && usable.test(other.toString())) {
        return other.toString();
      }
    }
    throw new AssertionError("Every text like '" + text + "' is known to somebody");
  }

  private static char shifted(char c, int shift) {
    if (c >= 'a' && c <= 'z') {
      return (char) ('a' + (c - 'a' + shift) % 26);
    }
    if (c >= 'A' && c <= 'Z') {
      return (char) ('A' + (c - 'A' + shift) % 26);
    }
    return c >= '0' && c <= '9' ? (char) ('0' + (c - '0' + shift) % 10) : c;
  }

  /** The texts in a tree, in order. */
  static void leaves(JsonNode tree, List<String> into) {
    switch (tree) {
      case ObjectNode object -> object.forEach(member -> leaves(member, into));
      case ArrayNode array -> array.forEach(element -> leaves(element, into));
      default -> into.add(tree.asText());
    }
  }
}
