package council.graphql.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Valid operations over the toy schema, from a seed. */
final class RandomOperations {
  private final Random random;
  private final List<String> ids;
  private int aliases;

  RandomOperations(long seed, List<String> ids) {
    this.random = new Random(seed);
    this.ids = ids;
  }

  String next() {
    StringBuilder query = new StringBuilder("{ ");
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      query.append(root()).append(' ');
    }
    return query.append('}').toString();
  }

  private String root() {
    String id = ids.get(random.nextInt(ids.size()));
    return switch (random.nextInt(4)) {
      case 0 -> alias() + "authors" + arguments(authorArguments()) + page("Author", 3);
      case 1 -> alias() + "books" + arguments(bookArguments()) + page("Book", 3);
      case 2 -> alias() + "author(id: \"" + id + "\")" + object("Author", 3);
      default ->
          alias()
              + "node(id: \""
              + id
              + "\") { id __typename ... on Author "
              + object("Author", 2)
              + " ... on Book "
              + object("Book", 2)
              + " }";
    };
  }

  private String alias() {
    return "a" + aliases++ + ": ";
  }

  private String page(String type, int depth) {
    List<String> parts = new ArrayList<>();
    if (random.nextBoolean()) {
      parts.add("totalCount");
    }
    if (random.nextBoolean()) {
      parts.add("pageInfo { hasNextPage hasPreviousPage startCursor endCursor }");
    }
    if (random.nextInt(3) == 0) {
      parts.add("edges { cursor node " + object(type, depth - 1) + " }");
    }
    if (parts.isEmpty() || random.nextBoolean()) {
      parts.add("nodes " + object(type, depth - 1));
    }
    return " { " + String.join(" ", parts) + " }";
  }

  private String object(String type, int depth) {
    List<String> fields = new ArrayList<>(leaves(type));
    fields.removeIf(f -> random.nextBoolean());
    if (depth > 0) {
      links(type, depth).stream().filter(f -> random.nextInt(3) == 0).forEach(fields::add);
    }
    fields.add(fields.isEmpty() ? "__typename" : "again: id");
    return "{ " + String.join(" ", fields) + " }";
  }

  private static List<String> leaves(String type) {
    return switch (type) {
      case "Author" -> List.of("id", "name", "born", "initial", "greeting", "n: name");
      case "Book" -> List.of("id", "title", "kind", "pages", "price", "tags", "printedAt");
      case "Chapter" -> List.of("id", "number", "title", "draft");
      default -> List.of("id", "text");
    };
  }

  private List<String> links(String type, int depth) {
    int next = depth - 1;
    return switch (type) {
      case "Author" ->
          List.of(
              alias() + "mentor " + object("Author", next),
              alias() + "profile " + object("Profile", next),
              alias() + "books" + arguments(bookArguments()) + page("Book", depth),
              alias() + "books" + arguments(bookArguments()) + page("Book", depth));
      case "Book" ->
          List.of(
              alias() + "author " + object("Author", next),
              alias() + "chapters " + object("Chapter", next));
      case "Chapter" -> List.of(alias() + "book " + object("Book", next));
      default -> List.of(alias() + "author " + object("Author", next));
    };
  }

  private List<String> bookArguments() {
    return List.of(
        "first: " + (1 + random.nextInt(4)),
        "orderBy: " + pick("TITLE_ASC", "PAGES_DESC", "KIND_THEN_NEWEST"),
        "kind: " + pick("NOVEL", "POEMS"),
        "titles: " + pick("[]", "[\"Alpha\"]", "[\"Alpha\", \"Delta\\\\\", \"Gamma, \\\"G\\\"\"]"),
        "minPages: " + pick("0", "200"));
  }

  private List<String> authorArguments() {
    return List.of(
        "first: " + (1 + random.nextInt(5)),
        "orderBy: " + pick("NAME_ASC", "BORN_ASC"),
        "born: \"1901-01-01\"");
  }

  private String arguments(List<String> all) {
    List<String> some = new ArrayList<>(all);
    some.removeIf(a -> random.nextInt(3) > 0);
    return some.isEmpty() ? "" : "(" + String.join(", ", some) + ")";
  }

  private String pick(String... among) {
    return among[random.nextInt(among.length)];
  }
}
