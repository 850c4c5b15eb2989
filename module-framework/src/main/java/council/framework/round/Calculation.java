package council.framework.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import council.framework.domain.AllocationLine;
import council.framework.domain.RoundResult;
import council.framework.scheme.FrameworkSection;
import council.platform.decision.Decided;
import council.platform.decision.Reason;
import council.platform.json.StrictJson;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A round that was worked out.
 *
 * @param section the terms that applied, the files' values in the scheme's place
 */
public record Calculation(
    FrameworkSection section, Submission submission, Decided<RoundResult> decided) {

  private record Json(List<AllocationLine> allocation, RoundResult result, List<Reason> reasons) {}

  /** The table: a line for each place, then those who hold none. */
  public List<AllocationLine> lines() {
    return AllocationLine.of(decided.result());
  }

  /** {@code zone,provider,tier,rank,score}, each line ended by a line feed. */
  public String csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      writer.writeRecord("zone", "provider", "tier", "rank", "score");
      lines().forEach(line -> write(line, writer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(AllocationLine line, CsvWriter writer) {
    writer.writeRecord(
        line.zone() == null ? "" : line.zone(),
        line.provider(),
        line.tier(),
        line.rank() == null ? "" : line.rank().toString(),
        line.score() == null ? "" : line.score().toPlainString());
  }

  /** The table, the whole result and every reason. */
  public String json() {
    try {
      return StrictJson.mapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(new Json(lines(), decided.result(), decided.reasons()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A result can always be written", e);
    }
  }

  /** A summary by zone. */
  public String text() {
    return RoundText.summary(decided.result());
  }

  /**
   * Why a provider got what it got.
   *
   * @throws council.platform.problem.Refused where the round knows no such provider
   */
  public String text(String provider) {
    return RoundText.explanation(decided, provider);
  }
}
