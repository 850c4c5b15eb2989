package council.config.document;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import java.time.LocalDate;
import java.util.List;

/** The keys of a scheme document beside its sections. */
public record SchemeHeader(
    @Doc("Code of the council, such as northshire.") String council,
    @Doc("What this scheme is called, for people.") String title,
    @Doc("First day on which this version is in force.") LocalDate effectiveFrom,
    @Doc(
            "Worked examples: what a decision is to be under this scheme. It is not put in force"
                + " while one of them fails.")
        List<Example> examples,
    @Doc("How versions that follow are put in force.") @Default("{}") Publication publication) {
  public SchemeHeader {
    examples = List.copyOf(examples);
  }

  SchemeHeader withExamples(List<Example> others) {
    return new SchemeHeader(council, title, effectiveFrom, others, publication);
  }
}
