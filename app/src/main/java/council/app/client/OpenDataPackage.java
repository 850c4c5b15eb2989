package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts a package of the Open Contracting Data Standard together from the pages of the public API,
 * without ever holding more than one of them.
 */
public final class OpenDataPackage {
  private static final int PAGE = 100;
  private final ApiClient api;

  public OpenDataPackage(ApiClient api) {
    this.api = api;
  }

  /** What a package is made of. */
  public enum Form {
    RELEASES("openDataReleases"),
    RECORDS("openDataRecords");

    private final String query;

    Form(String query) {
      this.query = query;
    }

    String document() {
      return """
      query OpenData($vehicle: Code!, $first: Int!, $following: String) {
        page: %s(vehicle: $vehicle, first: $first, following: $following) {
          documents { date json }
          next
        }
      }
      """
          .formatted(query);
    }

    public String member() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Framework(String vehicle, String head) {}

  /**
   * Writes the package; answers how many releases or records it holds.
   *
   * @param vehicle code of the framework; null for all that are published
   * @throws ClientFailure where there is nothing to publish, or not under one name
   */
  public int write(Writer out, Form form, @Nullable String vehicle) throws IOException {
    List<Framework> frameworks = frameworks(vehicle);
    String head = head(frameworks);
    out.write(head.substring(0, head.length() - 1));
    out.write(",\"" + form.member() + "\":[");
    Written written = new Written(out);
    for (Framework framework : frameworks) {
      writePages(written, form, framework.vehicle());
    }
    if (written.count == 0) {
      throw new ClientFailure(List.of("Nothing was made public yet."));
    }
    out.write("\n],\"publishedDate\":\"" + written.latest + "\"}\n");
    return written.count;
  }

  private List<Framework> frameworks(@Nullable String vehicle) {
    JsonNode all =
        api.execute("{ openDataFrameworks { vehicle packageHead } }", Map.of())
            .path("openDataFrameworks");
    List<Framework> known = new ArrayList<>();
    all.forEach(one ->
        known.add(new Framework(one.path("vehicle").asText(), one.path("packageHead").asText())));
    List<Framework> chosen =
        known.stream().filter(one -> vehicle == null || one.vehicle().equals(vehicle)).toList();
    if (chosen.isEmpty()) {
      String there = known.stream().map(Framework::vehicle).collect(Collectors.joining(", "));
      throw new ClientFailure(
          List.of(
              "The scheme publishes "
                  + (vehicle == null ? "no framework." : "no framework " + vehicle + ";")
                  + (there.isEmpty() ? "" : " there are: " + there + ".")));
    }
    return chosen;
  }

  /** A package has one publisher and one licence. */
  private static String head(List<Framework> frameworks) {
    Set<String> heads = frameworks.stream().map(Framework::head).collect(Collectors.toSet());
    if (heads.size() > 1) {
      throw new ClientFailure(
          List.of("The frameworks are published under different names: choose one by --vehicle."));
    }
    return heads.iterator().next();
  }

  private void writePages(Written written, Form form, String vehicle) throws IOException {
    String following = null;
    do {
      Map<String, Object> variables = new HashMap<>();
      variables.put("vehicle", vehicle);
      variables.put("first", PAGE);
      variables.put("following", following);
      JsonNode page = api.execute(form.document(), variables).path("page");
      for (JsonNode document : page.path("documents")) {
        written.add(document.path("json").asText(), document.path("date").asText());
      }
      following = page.path("next").isTextual() ? page.path("next").asText() : null;
    } while (following != null);
  }

  /** One document a line. */
  private static final class Written {
    private final Writer out;
    private int count;
    private String latest = "";

    Written(Writer out) {
      this.out = out;
    }

    void add(String json, String date) throws IOException {
      out.write(count == 0 ? "\n" : ",\n");
      out.write(json);
      count++;
      latest = date.compareTo(latest) > 0 ? date : latest;
    }
  }
}
