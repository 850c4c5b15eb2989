package council.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the demo brings along: councils, their schemes and rounds, from the class path. */
public record DemoCatalogue(List<Council> councils) {
  private static final String ROOT = "/councils/";
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("providersCsv", "providers.csv");
    FILES.put("applicationsCsv", "applications.csv");
    FILES.put("appliedZonesCsv", "applied_zones.csv");
    FILES.put("scoresCsv", "scores.csv");
    FILES.put("locationsCsv", "locations.csv");
  }

  /** One council with its rounds in the order in which they were held. */
  public record Council(
      String code,
      String title,
      List<Round> rounds,
      @Nullable List<Draft> drafts,
      List<Person> people) {
    public Council {
      drafts = drafts == null ? List.of() : List.copyOf(drafts);
    }

    /** Drafts of the scheme that are being written. */
    @Override
    public List<Draft> drafts() {
      return drafts == null ? List.of() : drafts;
    }

    /** The scheme as it would stand in a file. */
    public String scheme() {
      return text(code + "/scheme.yaml")
          .orElseThrow(() -> new IllegalStateException("There is no scheme of " + code));
    }

    /** References of providers whose users are shown as examples: the first of the first round. */
    public List<String> examples() {
      return rounds.isEmpty()
          ? List.of()
          : files(rounds.getFirst())
              .getOrDefault("providersCsv", "")
              .lines()
              .skip(1)
              .limit(1)
              .map(line -> line.substring(0, line.indexOf(',')))
              .toList();
    }

    /** The files of a round as the import takes them. */
    public Map<String, String> files(Round round) {
      Map<String, String> files = new LinkedHashMap<>();
      FILES.forEach((argument, name) ->
          text(code + "/rounds/" + round.folder() + "/" + name)
              .ifPresent(text -> files.put(argument, text)));
      return files;
    }
  }

  /**
   * A change of the scheme that somebody has begun to write.
   *
   * @param version number of the version that it begins with
   * @param effectiveFrom ISO date on which it is to take effect
   * @param edits values as YAML by path
   */
  public record Draft(
      String reference, int version, String effectiveFrom, Map<String, String> edits, String why) {}

  /**
   * A made-up person.
   *
   * @param careEndedOn ISO date of the last day of care; absent while it goes on
   * @param hold why their data are held, if they are
   */
  public record Person(String reference, @Nullable String careEndedOn, @Nullable String hold) {}

  /**
   * @param told ISO date on which the applicants were told; the standstill begins
   * @param awarded ISO date of the award
   */
  public record Round(
      String reference, String folder, String vehicle, String title, String told, String awarded) {}

  /** The catalogue of this build. */
  public static DemoCatalogue load() {
    String json =
        text("demo.json").orElseThrow(() -> new IllegalStateException("There is no demo.json"));
    try {
      return new ObjectMapper().readValue(json, DemoCatalogue.class);
    } catch (IOException e) {
      throw new UncheckedIOException("demo.json cannot be read", e);
    }
  }

  private static Optional<String> text(String path) {
    try (InputStream in = DemoCatalogue.class.getResourceAsStream(ROOT + path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
