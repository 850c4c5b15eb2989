package council.config.document;

import council.platform.problem.TextRule;
import java.math.BigDecimal;
import java.time.format.DateTimeParseException;

/** Binds values that hold no others. */
final class ScalarBinder {
  private final Refusals refusals;

  ScalarBinder(Refusals refusals) {
    this.refusals = refusals;
  }

  Object words(Tree tree, String path) {
    if (!(tree instanceof Tree.Text text)) {
      return notWords(tree, path);
    }
    return TextRule.findFaultInLines(text.text(), Shape.Words.LONGEST)
        .map(fault -> refusals.badText(text.text(), Shape.Words.LONGEST, fault, path))
        .orElse(text.text());
  }

  private Object notWords(Tree tree, String path) {
    String hint =
        tree instanceof Tree.Number || tree instanceof Tree.Flag
            ? "; put it in quotes if it is meant as text."
            : ".";
    return refusals.refuse(
        "WRONG_TYPE",
        path,
        tree.shown(),
        "text",
        "Expected text, but found " + tree.described() + hint);
  }

  Object trueOrFalse(Shape.TrueOrFalse shape, Tree tree, String path) {
    return tree instanceof Tree.Flag flag ? flag.flag() : refusals.wrong(shape, tree, path);
  }

  Object whole(Shape.Whole shape, Tree tree, String path) {
    if (!(tree instanceof Tree.Number number)) {
      return refusals.wrong(shape, tree, path);
    }
    BigDecimal value = number.number();
    if (value.signum() != 0 && value.stripTrailingZeros().scale() > 0) {
      return refusals.wrong(shape, tree, path);
    }
    if (!shape.bounds().contain(value)) {
      refusals.outOfRange(shape.expected(), tree, path);
    } else if (!shape.typeBounds().contain(value)) {
      refusals.outOfRange("a whole number" + shape.typeBounds().described(), tree, path);
    }
    return number(shape, value);
  }

  /** Also what is out of its range, as long as the Java type can hold it. */
  private static Object number(Shape.Whole shape, BigDecimal value) {
    try {
      return shape.isLong() ? (Object) value.longValueExact() : (Object) value.intValueExact();
    } catch (ArithmeticException tooLarge) {
      return Binder.FAILED;
    }
  }

  Object decimal(Shape.Decimal shape, Tree tree, String path) {
    BigDecimal value;
    switch (tree) {
      case Tree.Number number -> value = number.number();
      case Tree.Text text when Shape.Decimal.TEXT.matcher(text.text()).matches() ->
          value = new BigDecimal(text.text());
      case Tree.Text _,
          Tree.Mapping _,
          Tree.Sequence _,
          Tree.Flag _,
          Tree.Nothing _,
          Tree.Broken _ -> {
        return refusals.wrong(shape, tree, path);
      }
    }
    if (!shape.bounds().contain(value)) {
      refusals.outOfRange(shape.expected(), tree, path);
    }
    return plain(value);
  }

  /** Without trailing zeros, so that 0.1 and 0.10 are the same value in the same form. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  Object formatted(Shape.Formatted shape, Tree tree, String path) {
    if (!(tree instanceof Tree.Text text)) {
      return refusals.wrong(shape, tree, path);
    }
    try {
      Object value = shape.parse().apply(text.text());
      return Shape.Formatted.isInCalendar(value)
          ? value
          : refusals.outOfRange(shape.expected() + Shape.Formatted.YEARS, tree, path);
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return refusals.wrong(shape, tree, path);
    }
  }

  Object choice(Shape.Choice shape, Tree tree, String path) {
    if (!(tree instanceof Tree.Text text)) {
      return refusals.wrong(shape, tree, path);
    }
    Enum<?> word = shape.words().get(text.text());
    return word != null ? word : refusals.unknown(text.text(), shape.words().keySet(), path);
  }
}
