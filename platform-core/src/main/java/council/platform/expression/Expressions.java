package council.platform.expression;

import council.platform.problem.Problems;
import council.platform.scheme.Condition;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles expressions. What CEL allows beyond this platform's needs is refused: macros and with
 * them every loop, numbers with a binary point, regular expressions, moments, maps. What is left
 * takes time in proportion to the length of the text, and always answers the same to the same.
 */
public final class Expressions {
  /** Characters of an expression. */
  public static final int LONGEST = Condition.LONGEST;

  private static final int MOST_NODES = 400;
  private static final int DEEPEST = 40;
  private static final String LANGUAGE = "an expression such as provider.SIZE > 5";
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .maxParseExpressionNodeCount(MOST_NODES)
          .enableHomogeneousLiterals(true)
          .enableUnknownTracking(true)
          .enableComprehension(false)
          .enableHeterogeneousNumericComparisons(false)
          .build();
  private static final CelCompiler COMPILER = compiler();
  private static final CelRuntime RUNTIME = runtime();

  private Expressions() {}

  /**
   * Checks names and types before anything runs.
   *
   * @param text the expression
   * @param variables what it may speak of, by full name such as {@code provider.LIVING_WAGE}
   * @param answers what it is to answer
   * @param path where it stands, for the problems
   * @param problems where everything that is wrong with it goes
   * @return empty where there are problems
   */
  public static Optional<Expression> compile(
      String text,
      Map<String, ValueType> variables,
      ValueType answers,
      String path,
      Problems problems) {
    if (text.codePointCount(0, text.length()) > LONGEST) {
      String expected = "at most " + LONGEST + " characters";
      problems.add("TOO_LONG", path, null, expected, "Expected " + expected + ", but found more.");
      return Optional.empty();
    }
    CelValidationResult parsed = COMPILER.parse(text);
    Faults faults = new Faults(path, text, parsed.getSource(), problems);
    if (parsed.hasError()) {
      parsed.getErrors().forEach(issue -> unreadable(issue, parsed, faults));
      return Optional.empty();
    }
    return check(text, tree(parsed), variables, answers, faults);
  }

  /** A condition: an expression that answers true or false. */
  public static Optional<Expression> compile(
      Condition condition, Map<String, ValueType> variables, String path, Problems problems) {
    return compile(condition.text(), variables, ValueType.TRUE_OR_FALSE, path, problems);
  }

  private static Optional<Expression> check(
      String text,
      CelAbstractSyntaxTree parsed,
      Map<String, ValueType> variables,
      ValueType answers,
      Faults faults) {
    NamesCheck names = new NamesCheck(variables.keySet(), faults);
    names.check(parsed.getExpr());
    if (!faults.none()) {
      return Optional.empty();
    }
    CelCompilerBuilder typed = COMPILER.toCompilerBuilder().setResultType(answers.cel());
    variables.forEach((name, type) -> typed.addVar(name, type.cel()));
    CelValidationResult checked = typed.build().check(parsed);
    if (checked.hasError()) {
      checked.getErrors().forEach(issue -> mistyped(issue, checked, answers, faults));
      return Optional.empty();
    }
    return Optional.of(new Expression(text, names.used(), variables, program(tree(checked))));
  }

  private static void unreadable(CelIssue issue, CelValidationResult result, Faults faults) {
    faults.addAt(
        "BAD_EXPRESSION",
        offset(issue, result),
        LANGUAGE,
        "Expected " + LANGUAGE + ", but it cannot be read",
        ".");
  }

  private static void mistyped(
      CelIssue issue, CelValidationResult result, ValueType answers, Faults faults) {
    String said = issue.getMessage();
    int candidates = said.indexOf(" (candidates");
    faults.addAt(
        "WRONG_TYPE",
        offset(issue, result),
        answers.described(),
        "Expected types that go together and "
            + answers.described()
            + " in the end, but "
            + (candidates < 0 ? said : said.substring(0, candidates)),
        ".");
  }

  private static int offset(CelIssue issue, CelValidationResult result) {
    return result.getSource().getLocationOffset(issue.getSourceLocation()).orElse(0);
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("Expected a tree of an expression without errors", e);
    }
  }

  private static CelRuntime.Program program(CelAbstractSyntaxTree checked) {
    try {
      return RUNTIME.createProgram(checked);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("Expected a checked expression to be runnable", e);
    }
  }

  private static CelCompiler compiler() {
    return CelCompilerFactory.standardCelCompilerBuilder()
        .setOptions(OPTIONS)
        .setStandardMacros()
        .setStandardEnvironmentEnabled(false)
        .setStandardDeclarations(
            CelStandardDeclarations.newBuilder()
                .filterFunctions((function, _) -> Vocabulary.isOfCel(function.functionName()))
                .build())
        .addFunctionDeclarations(Vocabulary.declarations())
        .build();
  }

  private static CelRuntime runtime() {
    return CelRuntimeFactory.standardCelRuntimeBuilder()
        .setOptions(OPTIONS)
        .addFunctionBindings(Vocabulary.bindings())
        .build();
  }
}
