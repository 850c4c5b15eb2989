package council.platform.expression;

import council.platform.problem.NearestName;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Goes through a parsed expression: which variables it names, and what it must not say. */
final class NamesCheck {
  private final Set<String> declared;
  private final Faults faults;
  private final SortedSet<String> used = new TreeSet<>();

  NamesCheck(Set<String> declared, Faults faults) {
    this.declared = declared;
    this.faults = faults;
  }

  /** The variables that it speaks of, sorted. */
  SortedSet<String> used() {
    return used;
  }

  void check(CelExpr expression) {
    switch (expression.getKind()) {
      case CONSTANT -> constant(expression);
      case IDENT, SELECT -> name(expression);
      case CALL -> call(expression);
      case LIST -> expression.list().elements().forEach(this::check);
      case NOT_SET -> {}
      case STRUCT, MAP, COMPREHENSION -> unsupported(expression, "an object in braces");
    }
  }

  private void constant(CelExpr expression) {
    CelConstant constant = expression.constant();
    switch (constant.getKind()) {
      case DOUBLE_VALUE -> {
        String written = "decimal(\"" + plain(constant.doubleValue()) + "\")";
        faults.add(
            "INEXACT_NUMBER",
            expression.id(),
            written,
            "Expected a decimal written as " + written + ", but found a number with a point");
      }
      case UINT64_VALUE -> unsupported(expression, "a number with the letter u");
      case BYTES_VALUE -> unsupported(expression, "bytes");
      case NULL_VALUE -> unsupported(expression, "null");
      case TIMESTAMP_VALUE, DURATION_VALUE -> unsupported(expression, "a moment or a duration");
      case NOT_SET, BOOLEAN_VALUE, INT64_VALUE, STRING_VALUE -> {}
    }
  }

  private static String plain(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).toPlainString()
        : Double.toString(number);
  }

  private void unsupported(CelExpr expression, String what) {
    faults.add(
        "UNSUPPORTED_EXPRESSION",
        expression.id(),
        "variables, texts, whole numbers, true, false, lists, decimal(\"1.5\"),"
            + " date(\"2015-06-01\")",
        "Expected no " + what + " in an expression, but found one");
  }

  private void name(CelExpr expression) {
    Optional<String> qualified = findQualifiedName(expression);
    if (qualified.isEmpty()) {
      unsupported(expression, "member of a value");
    } else if (declared.contains(qualified.get())) {
      used.add(qualified.get());
    } else {
      unknown("UNKNOWN_VARIABLE", "variable", qualified.get(), declared, expression.id());
    }
  }

  /**
   * {@code a.b.c}, which is a variable's name, and not the member of a call's or a list's value.
   */
  private static Optional<String> findQualifiedName(CelExpr expression) {
    return switch (expression.getKind()) {
      case IDENT -> Optional.of(expression.ident().name());
      case SELECT ->
          expression.select().testOnly()
              ? Optional.empty()
              : findQualifiedName(expression.select().operand())
                  .map(operand -> operand + "." + expression.select().field());
      case CONSTANT, CALL, LIST, NOT_SET, STRUCT, MAP, COMPREHENSION -> Optional.empty();
    };
  }

  private void call(CelExpr expression) {
    CelExpr.CelCall call = expression.call();
    if (!Vocabulary.knows(call.function())) {
      unknownFunction(call.function(), expression.id());
      return;
    }
    call.target().ifPresent(this::check);
    call.args().forEach(this::check);
    if (call.function().equals(Vocabulary.DATE_OF)) {
      literal(expression, "date(\"2015-06-01\")", NamesCheck::isDate);
    }
    if (call.function().equals(Vocabulary.DECIMAL_OF)) {
      literal(expression, "decimal(\"1.5\")", NamesCheck::isDecimal);
    }
  }

  private void literal(CelExpr expression, String example, Predicate<String> fits) {
    boolean good =
        expression.call().args().size() == 1
            && findText(expression.call().args().getFirst()).filter(fits).isPresent();
    if (!good) {
      String message = "Expected a literal such as " + example + ", but found something else";
      faults.add("BAD_LITERAL", expression.id(), example, message);
    }
  }

  private static Optional<String> findText(CelExpr expression) {
    CelConstant constant = expression.constantOrDefault();
    return constant.getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(constant.stringValue())
        : Optional.empty();
  }

  private static boolean isDecimal(String text) {
    return Vocabulary.DECIMAL_TEXT.matcher(text).matches();
  }

  private static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private void unknownFunction(String function, long at) {
    boolean named = Character.isLetter(function.charAt(0));
    String shown = named ? function : function.replaceAll("[_@]", "");
    unknown("UNKNOWN_FUNCTION", "function", shown, Vocabulary.names(), at);
  }

  private void unknown(String code, String noun, String name, Set<String> known, long at) {
    String one = known.isEmpty() ? "no " + noun + "s" : "one of " + String.join(", ", known);
    String message = "There is no %s \"%s\"".formatted(noun, name);
    faults.add(code, at, one, message, NearestName.hint(name, known));
  }
}
