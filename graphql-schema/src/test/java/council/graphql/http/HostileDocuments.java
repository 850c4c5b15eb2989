package council.graphql.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies that are short to write and would be long to answer, by what they try. */
final class HostileDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();

  private HostileDocuments() {}

  /** A body and the code with which it has to be refused. */
  record Hostile(String body, String code) {}

  static Map<String, Hostile> all() {
    Map<String, Hostile> all = new LinkedHashMap<>();
    documents(all);
    variables(all);
    introspection(all);
    return all;
  }

  private static void documents(Map<String, Hostile> all) {
    add(
        all,
        "fragment cycle",
        "BAD_REQUEST",
        "{ tenant { ...A } } fragment A on Tenant { ...B } fragment B on Tenant { ...A }");
    add(all, "cycle of 1000 fragments", "BAD_REQUEST", cycle(1000));
    add(
        all,
        "chain of 1000 fragments",
        "TOO_DEEP",
        cycle(1000)
            .replace("...F0 } fragment", "...F1 } fragment")
            .replace("F999 on Tenant { ...F0 }", "F999 on Tenant { id }"));
    add(all, "fragment bomb", "TOO_MANY_FIELDS", bomb(60));
    add(
        all,
        "list bomb",
        "TOO_COSTLY",
        "{ authors(first: 200) { nodes { books(first: 200) { nodes { chapters { id } } } } } }");
    add(
        all,
        "deep fields",
        "TOO_DEEP",
        "{ authors { nodes { " + "mentor { ".repeat(60) + "id" + " }".repeat(63));
    add(all, "deep braces", "NESTED_TOO_DEEPLY", "{ a ".repeat(3000));
    add(
        all,
        "deep lists in arguments",
        "NESTED_TOO_DEEPLY",
        "{ books(titles: " + "[".repeat(3000) + "]".repeat(3000) + ") { totalCount } }");
    add(all, "aliases", "TOO_MANY_ALIASES", numbered(450, "a%d: tenant { id }"));
    add(
        all,
        "aliases of one value",
        "TOO_MANY_ALIASES",
        "{ tenant " + numbered(900, "a%d: id") + " }");
    add(
        all,
        "the same field again",
        "TOO_MANY_TOKENS",
        "{ tenant { " + "id ".repeat(20_000) + "} }");
    add(
        all,
        "directives on a field",
        "TOO_MANY_DIRECTIVES",
        "{ tenant { id " + "@skip(if: false) ".repeat(1000) + "} }");
    add(
        all,
        "directives that nobody knows",
        "TOO_MANY_DIRECTIVES",
        "{ tenant { id " + "@a".repeat(4000) + " } }");
    add(
        all,
        "many operations",
        "TOO_MANY_TOKENS",
        IntStream.range(0, 5000)
            .mapToObj("query Q%d { me { label } }"::formatted)
            .collect(Collectors.joining(" ")));
    add(
        all,
        "many operations of aliases",
        "TOO_MANY_ALIASES",
        IntStream.range(0, 1100)
            .mapToObj("query Q%d { a: __typename }"::formatted)
            .collect(Collectors.joining(" ")));
    add(
        all,
        "comment of a megabyte",
        "DOCUMENT_TOO_LONG",
        "{ me { label } } #" + "x".repeat(1_100_000));
    add(all, "commas", "TOO_MANY_TOKENS", "{ me { label } }" + ",".repeat(900_000));
    add(all, "right to left and astral", "BAD_REQUEST", "{ \u202e\ud83d\ude00 }".repeat(500));
    add(
        all,
        "string of a megabyte",
        "DOCUMENT_TOO_LONG",
        "{ books(titles: [\"" + "\u00e4".repeat(1_100_000) + "\"]) { totalCount } }");
    add(
        all,
        "literal of 900000 digits",
        "BAD_REQUEST",
        "{ books(minPages: " + "9".repeat(900_000) + ") { totalCount } }");
    add(
        all,
        "fields that conflict",
        "BAD_REQUEST",
        "{ tenant { "
            + IntStream.range(0, 90).mapToObj(i -> "x: id x: code").collect(Collectors.joining(" "))
            + " } }");
  }

  private static void variables(Map<String, Hostile> all) {
    String list = "query($t: [String!]) { books(titles: $t) { totalCount } }";
    all.put(
        "5000 values",
        new Hostile(
            body(list, Map.of("t", Collections.nCopies(5_000, "x".repeat(201)))), "BAD_REQUEST"));
    all.put(
        "nested JSON",
        new Hostile(
            "{\"query\": \"{ me { label } }\", \"variables\": {\"x\": "
                + "[".repeat(50_000)
                + "]".repeat(50_000)
                + "}}",
            "BAD_REQUEST"));
    all.put(
        "number of 100000 digits",
        new Hostile(
            "{\"query\": \"{ me { label } }\", \"variables\": {\"x\": "
                + "9".repeat(100_000)
                + "}}",
            "BAD_REQUEST"));
    all.put(
        "number beyond all",
        new Hostile(
            "{\"query\": \"query($n: Int) { books(minPages: $n) { totalCount } }\","
                + " \"variables\": {\"n\": 1e999999999}}",
            "BAD_REQUEST"));
    all.put(
        "halves of characters",
        new Hostile(
            "{\"query\": \"{ me { label } }\", \"variables\": {\"x\": \""
                + "\\ud800".repeat(10_000)
                + "\"}}",
            "BAD_REQUEST"));
    all.put(
        "doubled names",
        new Hostile("{\"query\": \"{ a }\", \"query\": \"{ me { label } }\"}", "BAD_REQUEST"));
    all.put(
        "many variables",
        new Hostile(
            body(
                "query("
                    + IntStream.range(0, 3000)
                        .mapToObj("$v%d: Int"::formatted)
                        .collect(Collectors.joining(" "))
                    + ") { me { label } }",
                Map.of()),
            "TOO_MANY_TOKENS"));
  }

  private static void introspection(Map<String, Hostile> all) {
    add(
        all,
        "introspection in circles",
        "TOO_MUCH_INTROSPECTION",
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }");
    add(
        all,
        "introspection by interfaces",
        "TOO_MUCH_INTROSPECTION",
        "{ __schema { types { possibleTypes { interfaces { possibleTypes { name } } } } } }");
    add(
        all,
        "introspection many times",
        "TOO_MUCH_INTROSPECTION",
        numbered(90, "a%d: __schema { types { name } }"));
  }

  private static void add(Map<String, Hostile> all, String name, String code, String query) {
    all.put(name, new Hostile(body(query, Map.of()), code));
  }

  private static String body(String query, Map<String, ?> variables) {
    try {
      return JSON.writeValueAsString(Map.of("query", query, "variables", variables));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String numbered(int count, String each) {
    return IntStream.range(0, count)
        .mapToObj(each::formatted)
        .collect(Collectors.joining(" ", "{ ", " }"));
  }

  private static String cycle(int length) {
    return "{ tenant { ...F0 } }"
        + IntStream.range(0, length)
            .mapToObj(i -> " fragment F%d on Tenant { ...F%d }".formatted(i, (i + 1) % length))
            .collect(Collectors.joining());
  }

  private static String bomb(int doublings) {
    return "{ tenant { ...F0 } }"
        + IntStream.range(0, doublings)
            .mapToObj(i -> " fragment F%d on Tenant { ...F%d ...F%d }".formatted(i, i + 1, i + 1))
            .collect(Collectors.joining())
        + " fragment F%d on Tenant { id }".formatted(doublings);
  }
}
