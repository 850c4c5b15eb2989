package council.app.isolation;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One field asked for twice: with what the victim has and with what nobody has.
 *
 * @param what for reports
 */
record Probe(String what, String document, Map<String, Inputs.Given> given) {
  private static final int TRIES = 15;

  /** A hint at the nearest of one's own names: which one is near says nothing of others'. */
  private static final Pattern NEAR = Pattern.compile("; did you mean \\\\\"[^\"\\\\]*\\\\\"\\?");

  /** A field with these arguments, by name. */
  static Probe of(
      String operation,
      GraphQLFieldDefinition field,
      Map<GraphQLArgument, Inputs.Given> arguments,
      String selection) {
    String declared =
        arguments.keySet().stream()
            .map(a -> "$%s: %s".formatted(a.getName(), GraphQLTypeUtil.simplePrint(a.getType())))
            .collect(Collectors.joining(", "));
    String passed =
        arguments.keySet().stream()
            .map(a -> "%s: $%s".formatted(a.getName(), a.getName()))
            .collect(Collectors.joining(", "));
    Map<String, Inputs.Given> given = new LinkedHashMap<>();
    arguments.forEach((argument, value) -> given.put(argument.getName(), value));
    return new Probe(
        field.getName() + given,
        "%s%s { %s%s %s }"
            .formatted(
                operation,
                declared.isEmpty() ? "" : "(" + declared + ")",
                field.getName(),
                passed.isEmpty() ? "" : "(" + passed + ")",
                selection),
        given);
  }

  Caller.Answer askTheirs(Caller caller) {
    Map<String, Object> variables = new HashMap<>();
    given.forEach((name, value) -> variables.put(name, value.theirs()));
    return caller.ask(document, variables);
  }

  Caller.Answer askNobodys(Caller caller) {
    Map<String, Object> variables = new HashMap<>();
    given.forEach((name, value) -> variables.put(name, value.nobodys()));
    return caller.ask(document, variables);
  }

  /** The answer without the values that were sent, so that both can be compared byte for byte. */
  String comparable(Caller.Answer answer) {
    List<String> theirs = new ArrayList<>();
    List<String> nobodys = new ArrayList<>();
    given
        .values()
        .forEach(value -> {
          Inputs.leaves(value.theirs(), theirs);
          Inputs.leaves(value.nobodys(), nobodys);
        });
    String body = answer.status() + " " + NEAR.matcher(answer.body()).replaceAll(".");
    for (int i = 0; i < theirs.size(); i++) {
      if (!theirs.get(i).equals(nobodys.get(i))) {
        body = body.replace(theirs.get(i), "<given>").replace(nobodys.get(i), "<given>");
      }
    }
    return body;
  }

  /**
   * What is different for the one who asks; empty where nothing is. Answers must be the same each
   * time. Traffic must be the same once: jobs that run beside add to it now and then, and the
   * driver sends a statement another way when it has sent it some times, but a way that depends on
   * whose the value is differs each time.
   */
  List<String> differences(Caller caller, CountedWire wire) {
    List<String> traffics = new ArrayList<>();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      CountedWire.Traffic start = wire.traffic();
      Caller.Answer theirs = askTheirs(caller);
      CountedWire.Traffic middle = wire.traffic();
      Caller.Answer nobodys = askNobodys(caller);
      CountedWire.Traffic forTheirs = middle.since(start);
      CountedWire.Traffic forNobodys = wire.traffic().since(middle);
      if (!comparable(theirs).equals(comparable(nobodys))) {
        return List.of(told(caller, comparable(theirs), comparable(nobodys)));
      }
      if (forTheirs.equals(forNobodys)) {
        return List.of();
      }
      traffics.add(told(caller, forTheirs.toString(), forNobodys.toString()));
    }
    return traffics;
  }

  String told(Caller caller, String theirs, String nobodys) {
    return "%s as %s:%n  theirs:   %s%n  nobody's: %s".formatted(what, caller, theirs, nobodys);
  }
}
