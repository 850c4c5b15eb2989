package council.platform.expression;

import static council.platform.expression.ValueType.DATE;
import static council.platform.expression.ValueType.DECIMAL;
import static council.platform.expression.ValueType.TEXT;
import static council.platform.expression.ValueType.WHOLE_NUMBER;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.Operator;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What expressions may say: CEL's logic, comparison, whole numbers and texts, and on top exact
 * decimals and dates. Nothing loops, so that the work is bounded by the length of the text.
 */
final class Vocabulary {
  static final String DECIMAL_OF = "decimal";
  static final String DATE_OF = "date";
  static final Pattern DECIMAL_TEXT = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

  /** Digits that a decimal may grow to. */
  private static final int MOST_DIGITS = 60;

  private static final List<List<ValueType>> NUMBERS =
      List.of(
          List.of(DECIMAL, DECIMAL),
          List.of(DECIMAL, WHOLE_NUMBER),
          List.of(WHOLE_NUMBER, DECIMAL));

  private static final Set<String> OF_CEL =
      Set.of(
          Operator.CONDITIONAL.getFunction(),
          Operator.LOGICAL_AND.getFunction(),
          Operator.LOGICAL_OR.getFunction(),
          Operator.LOGICAL_NOT.getFunction(),
          Operator.EQUALS.getFunction(),
          Operator.NOT_EQUALS.getFunction(),
          Operator.LESS.getFunction(),
          Operator.LESS_EQUALS.getFunction(),
          Operator.GREATER.getFunction(),
          Operator.GREATER_EQUALS.getFunction(),
          Operator.ADD.getFunction(),
          Operator.SUBTRACT.getFunction(),
          Operator.MULTIPLY.getFunction(),
          Operator.NEGATE.getFunction(),
          Operator.IN.getFunction(),
          "size",
          "contains",
          "startsWith",
          "endsWith");

  private static final List<Overload> OWN = own();

  private Vocabulary() {}

  static boolean isOfCel(String function) {
    return OF_CEL.contains(function);
  }

  static boolean knows(String function) {
    return isOfCel(function) || function.equals(DECIMAL_OF) || function.equals(DATE_OF);
  }

  /** Functions that people call by name. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>(Set.of(DECIMAL_OF, DATE_OF));
    OF_CEL.stream().filter(name -> Character.isLetter(name.charAt(0))).forEach(names::add);
    return names;
  }

  static List<CelFunctionDecl> declarations() {
    return byFunction().entrySet().stream()
        .map(function ->
            CelFunctionDecl.newFunctionDeclaration(
                function.getKey(), function.getValue().stream().map(Overload::declared).toList()))
        .toList();
  }

  static List<CelFunctionBinding> bindings() {
    return OWN.stream().map(Overload::bound).toList();
  }

  private static Map<String, List<Overload>> byFunction() {
    return OWN.stream().collect(Collectors.groupingBy(Overload::function));
  }

  private static List<Overload> own() {
    List<Overload> all = new ArrayList<>();
    all.add(new Overload(DECIMAL_OF, DECIMAL.cel(), List.of(TEXT), a -> decimal((String) a[0])));
    all.add(new Overload(DATE_OF, DATE.cel(), List.of(TEXT), a -> date((String) a[0])));
    compare(all, Operator.LESS, sign -> sign < 0);
    compare(all, Operator.LESS_EQUALS, sign -> sign <= 0);
    compare(all, Operator.GREATER, sign -> sign > 0);
    compare(all, Operator.GREATER_EQUALS, sign -> sign >= 0);
    calculate(all, Operator.ADD, BigDecimal::add);
    calculate(all, Operator.SUBTRACT, BigDecimal::subtract);
    calculate(all, Operator.MULTIPLY, BigDecimal::multiply);
    String negate = Operator.NEGATE.getFunction();
    all.add(
        new Overload(negate, DECIMAL.cel(), List.of(DECIMAL), a -> bounded(number(a[0]).negate())));
    return List.copyOf(all);
  }

  /** Whether an order that came out one way is the one that is asked for. */
  @Immutable
  private interface Sign {
    boolean holds(int sign);
  }

  /** A sum, a difference or a product. */
  @Immutable
  private interface Calculation {
    BigDecimal of(BigDecimal left, BigDecimal right);
  }

  private static void compare(List<Overload> all, Operator operator, Sign sign) {
    String function = operator.getFunction();
    NUMBERS.forEach(takes ->
        all.add(
            new Overload(
                function,
                SimpleType.BOOL,
                takes,
                a -> sign.holds(number(a[0]).compareTo(number(a[1]))))));
    all.add(
        new Overload(
            function,
            SimpleType.BOOL,
            List.of(DATE, DATE),
            a -> sign.holds(day(a[0]).compareTo(day(a[1])))));
  }

  private static void calculate(List<Overload> all, Operator operator, Calculation calculation) {
    NUMBERS.forEach(takes ->
        all.add(
            new Overload(
                operator.getFunction(),
                DECIMAL.cel(),
                takes,
                a -> bounded(calculation.of(number(a[0]), number(a[1]))))));
  }

  private static Value.Decimal decimal(String text) {
    return new Value.Decimal(new BigDecimal(text));
  }

  private static Value.Date date(String text) {
    return new Value.Date(LocalDate.parse(text));
  }

  private static BigDecimal number(Object held) {
    return held instanceof Value.Decimal(BigDecimal number)
        ? number
        : BigDecimal.valueOf((Long) held);
  }

  private static LocalDate day(Object held) {
    return ((Value.Date) held).date();
  }

  private static Value.Decimal bounded(BigDecimal number) {
    if (number.precision() > MOST_DIGITS) {
      throw new ArithmeticException("Expected at most " + MOST_DIGITS + " digits");
    }
    return new Value.Decimal(number);
  }
}
