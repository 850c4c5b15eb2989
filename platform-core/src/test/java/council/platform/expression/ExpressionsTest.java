package council.platform.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.problem.Problem;
import council.platform.problem.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {
  private static final Map<String, ValueType> VARIABLES =
      Map.of(
          "provider.NAME", ValueType.TEXT,
          "provider.LIVING_WAGE", ValueType.TRUE_OR_FALSE,
          "provider.SCORE", ValueType.DECIMAL,
          "provider.STAFF", ValueType.WHOLE_NUMBER,
          "provider.SINCE", ValueType.DATE,
          "provider.ZONES", ValueType.TEXTS,
          "today", ValueType.DATE);
  private static final Map<String, Value> VALUES =
      Map.of(
          "provider.NAME", new Value.Text("Rowan"),
          "provider.LIVING_WAGE", new Value.TrueOrFalse(true),
          "provider.SCORE", decimal("57.50"),
          "provider.STAFF", new Value.WholeNumber(12),
          "provider.SINCE", new Value.Date(LocalDate.of(2015, 6, 1)),
          "provider.ZONES", new Value.Texts(List.of("PRE", "LAN")),
          "today", new Value.Date(LocalDate.of(2020, 4, 1)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "provider.LIVING_WAGE",
        "provider.LIVING_WAGE && provider.STAFF > 10",
        "provider.SCORE >= decimal(\"57.5\")",
        "provider.SCORE == decimal(\"57.5\")",
        "provider.SCORE > 57 && 58 > provider.SCORE",
        "provider.SCORE - decimal(\"0.1\") - decimal(\"0.2\") == decimal(\"57.2\")",
        "decimal(\"0.1\") + decimal(\"0.2\") == decimal(\"0.3\")",
        "decimal(\"0.1\") + decimal(\"0.2\") <= decimal(\"0.30\")",
        "decimal(\"1.10\") * 3 == decimal(\"3.3\")",
        "-provider.SCORE < 0",
        "provider.SINCE < date(\"2015-06-02\")",
        "provider.SINCE == date(\"2015-06-01\") && today >= provider.SINCE",
        "\"PRE\" in provider.ZONES && !(\"WYR\" in provider.ZONES)",
        "provider.NAME in [\"Rowan\", \"Alder\"]",
        "provider.NAME.startsWith(\"Row\") && provider.NAME.contains(\"wa\")",
        "size(provider.ZONES) == 2 && provider.NAME.size() == 5",
        "provider.STAFF > 20 ? false : provider.NAME != \"\"",
        "decimal(\"1.5\") in [decimal(\"1.50\")]"
      })
  void answersTrue(String text) {
    assertThat(condition(text).evaluate(VALUES))
        .isEqualTo(new Result.Answer(new Value.TrueOrFalse(true)));
  }

  @Test
  void answersValuesOfEachType() {
    assertThat(evaluate("provider.SCORE * provider.STAFF", ValueType.DECIMAL))
        .isEqualTo(decimal("690"));
    assertThat(evaluate("provider.STAFF * 2 + 1", ValueType.WHOLE_NUMBER))
        .isEqualTo(new Value.WholeNumber(25));
    assertThat(evaluate("provider.NAME + \" Care\"", ValueType.TEXT))
        .isEqualTo(new Value.Text("Rowan Care"));
    assertThat(evaluate("provider.LIVING_WAGE ? provider.SINCE : today", ValueType.DATE))
        .isEqualTo(new Value.Date(LocalDate.of(2015, 6, 1)));
    assertThat(evaluate("provider.ZONES + [\"WYR\"]", ValueType.TEXTS))
        .isEqualTo(new Value.Texts(List.of("PRE", "LAN", "WYR")));
  }

  @Test
  void tellsTheVariablesThatItSpeaksOf() {
    assertThat(condition("provider.STAFF > 3 || provider.LIVING_WAGE").variables())
        .containsExactly("provider.LIVING_WAGE", "provider.STAFF");
  }

  @Test
  void isUnknownWhereAMissingValueCouldDecide() {
    Expression condition =
        condition("provider.LIVING_WAGE || provider.STAFF > 3 || provider.SCORE > 1");
    Result unknown =
        condition.evaluate(Map.of("provider.LIVING_WAGE", new Value.TrueOrFalse(false)));
    assertThat(unknown)
        .isEqualTo(new Result.Unknown(new TreeSet<>(List.of("provider.SCORE", "provider.STAFF"))));
    assertThat(unknown.holds()).isFalse();
    assertThat(condition("!provider.LIVING_WAGE").evaluate(Map.of()).holds()).isFalse();
    assertThat(condition("provider.SCORE > 1 || provider.SCORE <= 1").evaluate(Map.of()).holds())
        .isFalse();
  }

  @Test
  void whatIsThereDecidesWhereTheMissingValueCouldNot() {
    Map<String, Value> wage = Map.of("provider.LIVING_WAGE", new Value.TrueOrFalse(true));
    assertThat(condition("provider.LIVING_WAGE || provider.STAFF > 3").evaluate(wage).holds())
        .isTrue();
    assertThat(condition("!provider.LIVING_WAGE && provider.STAFF > 3").evaluate(wage))
        .isEqualTo(new Result.Answer(new Value.TrueOrFalse(false)));
    assertThat(condition("provider.LIVING_WAGE && provider.STAFF > 3").evaluate(wage))
        .isInstanceOf(Result.Unknown.class);
    assertThat(condition("provider.LIVING_WAGE && provider.SCORE > 1").evaluate(wage))
        .isInstanceOf(Result.Unknown.class);
  }

  @Test
  void failsWhereANumberGrowsBeyondAllBounds() {
    Expression whole = condition("provider.STAFF * 9223372036854775807 > 1");
    assertThat(whole.evaluate(VALUES)).isInstanceOf(Result.Failed.class);
    String product = String.join(" * ", Collections.nCopies(5, "provider.SCORE"));
    Map<String, Value> large = Map.of("provider.SCORE", decimal("123456789012345678.123456789"));
    assertThat(condition(product + " > 1").evaluate(large)).isInstanceOf(Result.Failed.class);
  }

  @Test
  void failsRatherThanWorkThroughATextWithoutBounds() {
    Value novel = new Value.Text("x".repeat(4001));
    assertThat(condition("provider.NAME == \"\"").evaluate(Map.of("provider.NAME", novel)))
        .isInstanceOf(Result.Failed.class);
  }

  @Test
  void takesNoValueOfAnotherTypeThanDeclared() {
    Expression condition = condition("provider.STAFF > 3");
    assertThatThrownBy(() -> condition.evaluate(Map.of("provider.STAFF", decimal("4"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "provider.STAFF >|BAD_EXPRESSION",
        "provider.STAFF = 3|BAD_EXPRESSION",
        "|BAD_EXPRESSION",
        "provider.LIVNG_WAGE|UNKNOWN_VARIABLE",
        "provider|UNKNOWN_VARIABLE",
        "provider.NAME.length|UNKNOWN_VARIABLE",
        "provider.ZONES.exists(z, z == \"PRE\")|UNKNOWN_FUNCTION",
        "[1, 2].all(x, x > 0)|UNKNOWN_FUNCTION",
        "has(provider.NAME)|UNKNOWN_FUNCTION",
        "provider.NAME.matches(\"(a+)+\")|UNKNOWN_FUNCTION",
        "timestamp(\"2015-06-01T00:00:00Z\") <"
            + " timestamp(\"2016-06-01T00:00:00Z\")|UNKNOWN_FUNCTION",
        "dyn(provider.NAME)|UNKNOWN_FUNCTION",
        "provider.STAFF / 2 > 1|UNKNOWN_FUNCTION",
        "provider.ZONES[0] == \"PRE\"|UNKNOWN_FUNCTION",
        "provider.SCORE > 57.5|INEXACT_NUMBER",
        "provider.SCORE > decimal(\"1e9\")|BAD_LITERAL",
        "provider.SCORE > decimal(provider.NAME)|BAD_LITERAL",
        "provider.SINCE > date(\"2015-02-30\")|BAD_LITERAL",
        "provider.STAFF|WRONG_TYPE",
        "provider.STAFF > \"3\"|WRONG_TYPE",
        "provider.SINCE > \"2015-06-01\"|WRONG_TYPE",
        "provider.SCORE == 57|WRONG_TYPE",
        "provider.NAME in [\"a\", 1]|WRONG_TYPE",
        "{\"a\": 1} == {\"a\": 1}|UNSUPPORTED_EXPRESSION",
        "provider.STAFF > 3u|UNSUPPORTED_EXPRESSION",
        "null == null|UNSUPPORTED_EXPRESSION",
        "b\"x\" == b\"x\"|UNSUPPORTED_EXPRESSION",
        "google.protobuf.Int32Value{value: 1} == 1|UNSUPPORTED_EXPRESSION"
      })
  void refuses(String text, String code) {
    Problems problems = new Problems();
    assertThat(compile(text == null ? "" : text, problems)).isEmpty();
    assertThat(problems.list()).isNotEmpty();
    assertThat(problems.list()).extracting(Problem::code).containsOnly(code);
    assertThat(problems.list())
        .allSatisfy(problem -> {
          assertThat(problem.path()).isEqualTo("x.when");
          assertThat(problem.expected()).isNotBlank();
          assertThat(problem.message()).contains("at character ");
        });
  }

  @Test
  void tellsTheNearestVariableAndTheColumnAndAllFaultsAtOnce() {
    Problems problems = new Problems();
    String text = "provider.STAFF > 1.5 && provider.LIVNG_WAGE";
    assertThat(compile(text, problems)).isEmpty();
    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly(
            "Expected a decimal written as decimal(\"1.5\"), but found a number with a point at"
                + " character 18.",
            "There is no variable \"provider.LIVNG_WAGE\" at character 33; did you mean"
                + " \"provider.LIVING_WAGE\"?");
    assertThat(problems.list()).extracting(Problem::value).containsOnly(text);
  }

  @Test
  void refusesWhatIsTooLongOrTooDeepOrTooMuch() {
    assertRefused("true" + " ".repeat(Expressions.LONGEST), "TOO_LONG");
    assertRefused("(".repeat(300) + "true" + ")".repeat(300), "BAD_EXPRESSION");
    assertRefused("true" + "&&true".repeat(300), "BAD_EXPRESSION");
  }

  @Test
  void agreesWithExactArithmeticOnManySums() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      BigDecimal one = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(7));
      BigDecimal two = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(7));
      String sum = literal(one) + " + " + literal(two) + " == " + literal(one.add(two));
      String order = literal(one) + " < " + literal(two);
      assertThat(condition(sum).evaluate(Map.of()).holds()).as(sum).isTrue();
      assertThat(condition(order).evaluate(Map.of()).holds())
          .as(order)
          .isEqualTo(one.compareTo(two) < 0);
    }
  }

  private static String literal(BigDecimal number) {
    return "decimal(\"" + number.toPlainString() + "\")";
  }

  private static void assertRefused(String text, String code) {
    Problems problems = new Problems();
    assertThat(compile(text, problems)).isEmpty();
    assertThat(problems.list()).extracting(Problem::code).containsOnly(code);
  }

  private static Value evaluate(String text, ValueType type) {
    Problems problems = new Problems();
    Expression expression =
        Expressions.compile(text, VARIABLES, type, "x", problems)
            .orElseThrow(() -> new AssertionError(problems.list()));
    return expression.evaluate(VALUES) instanceof Result.Answer(Value value)
        ? value
        : new Value.Text("no answer");
  }

  private static Expression condition(String text) {
    Problems problems = new Problems();
    return compile(text, problems).orElseThrow(() -> new AssertionError(problems.list()));
  }

  private static Optional<Expression> compile(String text, Problems problems) {
    return Expressions.compile(text, VARIABLES, ValueType.TRUE_OR_FALSE, "x.when", problems);
  }

  private static Value.Decimal decimal(String text) {
    return new Value.Decimal(new BigDecimal(text));
  }
}
