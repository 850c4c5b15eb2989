package council.config.document;

import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values for the parameters of a template; one stands for a whole text or a whole key. */
final class Parameters {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

  private final Map<String, Tree> values;
  private final Problems problems;

  Parameters(Map<String, Tree> values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  Tree.Mapping fill(Tree.Mapping mapping) {
    Map<String, Tree.Entry> filled = new LinkedHashMap<>();
    mapping.entries().forEach((key, entry) -> filled.put(key(key, entry.at()), entry(entry)));
    return new Tree.Mapping(filled, mapping.at());
  }

  /** What a parameter says stands where the parameter is given. */
  private Tree.Entry entry(Tree.Entry entry) {
    Tree value = value(entry.value());
    boolean own = value.at().equals(entry.value().at());
    return new Tree.Entry(own ? entry.at() : value.at(), value);
  }

  private Tree value(Tree tree) {
    return switch (tree) {
      case Tree.Mapping mapping -> fill(mapping);
      case Tree.Sequence list ->
          new Tree.Sequence(list.items().stream().map(this::value).toList(), list.at());
      case Tree.Text text ->
          reference(text.text(), text.at())
              .map(name -> values.getOrDefault(name, new Tree.Broken(text.at())))
              .orElse(text);
      case Tree.Number _, Tree.Flag _, Tree.Nothing _, Tree.Broken _ -> tree;
    };
  }

  /** Where the value is missing, which has been told, the parameter's name stands for it. */
  private String key(String key, Mark mark) {
    return reference(key, mark)
        .map(name -> values.get(name) instanceof Tree.Text text ? text.text() : name)
        .orElse(key);
  }

  private Optional<String> reference(String text, Mark mark) {
    Matcher matcher = REFERENCE.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    if (!matcher.matches()) {
      String message = "Expected a parameter as a whole text, but found \"" + text + '"';
      problems.add("TEMPLATE_FAULT", "", message + mark.told() + ".");
      return Optional.empty();
    }
    String name = matcher.group(1);
    if (!values.containsKey(name)) {
      String hint = NearestName.hint(name, values.keySet());
      problems.add(
          "TEMPLATE_FAULT", "", "There is no parameter \"" + name + '"' + mark.told() + hint);
    }
    return Optional.of(name);
  }
}
