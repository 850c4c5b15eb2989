package council.platform.decision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** Tells reasons of any kind of decision in English, by the modules' {@link ReasonTexts}. */
@Singleton
public final class ReasonTeller {
  private static final String INDENT = "  ";
  private final List<ReasonTexts> texts;

  public ReasonTeller(List<ReasonTexts> texts) {
    this.texts = List.copyOf(texts);
  }

  /** One reason without the finer ones under it. */
  public String sentence(String kind, Reason reason) {
    return texts.stream()
        .filter(text -> text.speaksFor(kind))
        .flatMap(text -> text.findSentence(reason).stream())
        .findFirst()
        .orElseGet(() -> plain(reason));
  }

  /** The whole tree: one line a reason, finer reasons indented under the coarser. */
  public String tell(String kind, List<Reason> reasons) {
    StringBuilder out = new StringBuilder();
    append(kind, reasons, "", out);
    return out.toString();
  }

  private void append(String kind, List<Reason> reasons, String indent, StringBuilder out) {
    for (Reason reason : reasons) {
      out.append(indent).append(mark(reason.verdict())).append(sentence(kind, reason)).append('\n');
      append(kind, reason.because(), indent + INDENT, out);
    }
  }

  private static String mark(Reason.Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "Passed: ";
      case FAILED -> "Failed: ";
      case NOTED -> "Noted: ";
    };
  }

  /** For a rule that nobody has words for: its name and its figures. */
  private static String plain(Reason reason) {
    if (reason.seen().isEmpty()) {
      return reason.rule();
    }
    return reason.seen().entrySet().stream()
        .map(figure -> figure.getKey() + " " + figure.getValue())
        .collect(Collectors.joining(", ", reason.rule() + " (", ")"));
  }
}
