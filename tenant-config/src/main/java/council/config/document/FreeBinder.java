package council.config.document;

import council.platform.problem.TextRule;
import council.platform.scheme.PlainValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds a value of any form. Whole numbers that JSON can tell exactly stay numbers; any other
 * number becomes exact text.
 */
final class FreeBinder {
  private static final BigInteger LARGEST_EXACT =
      BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE);

  private final Refusals refusals;

  FreeBinder(Refusals refusals) {
    this.refusals = refusals;
  }

  Object bind(Tree tree, String path) {
    Object value = value(tree, path);
    return value == Binder.FAILED ? value : PlainValue.of(value);
  }

  private Object value(Tree tree, String path) {
    return switch (tree) {
      case Tree.Mapping mapping -> object(mapping, path);
      case Tree.Sequence list -> list(list, path);
      case Tree.Text text -> text(text.text(), path);
      case Tree.Number number -> number(number);
      case Tree.Flag flag -> flag.flag();
      case Tree.Nothing _ ->
          refusals.refuse(
              "MISSING",
              path,
              null,
              "a value",
              "Expected a value, but there is none; leave the key out where nothing is meant.");
      case Tree.Broken _ -> Binder.FAILED;
    };
  }

  private Object object(Tree.Mapping mapping, String path) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
      String key = entry.getKey();
      Optional<String> fault = TextRule.findFault(key, Shape.Words.LONGEST_KEY);
      String at = Paths.key(path, fault.isEmpty() ? key : TextRule.shown(key));
      fault.ifPresent(told -> refusals.badText(key, Shape.Words.LONGEST_KEY, told, at));
      object.put(key, fault.isEmpty() ? value(entry.getValue().value(), at) : Binder.FAILED);
    }
    return object.containsValue(Binder.FAILED) ? Binder.FAILED : object;
  }

  private Object list(Tree.Sequence sequence, String path) {
    List<Object> list = new ArrayList<>();
    for (Tree item : sequence.items()) {
      list.add(value(item, Paths.index(path, list.size())));
    }
    return list.contains(Binder.FAILED) ? Binder.FAILED : list;
  }

  private Object text(String text, String path) {
    return TextRule.findFaultInLines(text, Shape.Words.LONGEST)
        .map(fault -> refusals.badText(text, Shape.Words.LONGEST, fault, path))
        .orElse(text);
  }

  private static Object number(Tree.Number number) {
    BigDecimal value = number.number();
    boolean whole = value.scale() == 0;
    return whole && value.unscaledValue().abs().compareTo(LARGEST_EXACT) <= 0
        ? (Object) value.longValueExact()
        : value.toPlainString();
  }
}
