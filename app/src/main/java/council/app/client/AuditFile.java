package council.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import council.platform.audit.AuditLine;
import council.platform.audit.AuditSeal;
import council.platform.audit.ChainListener;
import council.platform.audit.SealedEntry;
import council.platform.audit.UnsealedEntry;
import council.platform.json.StrictJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * An exported audit: JSON lines, as docs/decisions/0015 describes them. It is read line by line and
 * nothing in it is believed but what the hashes confirm.
 */
public final class AuditFile {
  /** The form that this program reads and writes. */
  static final int FORM = 1;

  private final Path path;
  private final String council;
  private final Instant exportedAt;

  public AuditFile(Path path) {
    this.path = path;
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      JsonNode first = parse(lines.readLine(), 1);
      if (!kind(first).equals("audit") || first.path("form").asInt() != FORM) {
        throw new ClientFailure(
            "Expected an export of an audit of form %d, but %s begins otherwise."
                .formatted(FORM, path));
      }
      this.council = text(first, "tenant", 1);
      this.exportedAt = time(first, "exportedAt", 1);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  public String council() {
    return council;
  }

  public Instant exportedAt() {
    return exportedAt;
  }

  /** Tells the whole audit. Refuses a file that does not end with its last line. */
  public void tell(ChainListener listener) {
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      lines.readLine();
      int number = 1;
      boolean ended = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        JsonNode node = parse(line, number);
        if (ended) {
          throw bad(number, "a line after the last one");
        }
        ended = tell(node, number, listener);
      }
      if (!ended) {
        throw new ClientFailure(
            "%s ends without its last line: it was cut off. Export it again.".formatted(path));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private boolean tell(JsonNode node, int number, ChainListener listener) {
    switch (kind(node)) {
      case "seal" -> listener.seal(seal(node, number));
      case "sealed" -> listener.entry(entry(node, number));
      case "unsealed" ->
          listener.unsealed(
              new UnsealedEntry(
                  AuditLine.read(node.path("entry")), node.path("awaitsSeal").asBoolean()));
      case "end" -> {
        return true;
      }
      default -> throw bad(number, "a line of the kind '" + kind(node) + "'");
    }
    return false;
  }

  private AuditSeal seal(JsonNode node, int number) {
    return new AuditSeal(
        text(node, "tenant", number),
        node.path("number").asInt(),
        node.has("previousSha256") ? node.path("previousSha256").asText() : null,
        node.path("entries").asInt(),
        node.path("firstSeq").asLong(),
        node.path("lastSeq").asLong(),
        text(node, "entriesSha256", number),
        time(node, "sealedAt", number),
        text(node, "sha256", number));
  }

  private static SealedEntry entry(JsonNode node, int number) {
    return new SealedEntry(
        node.path("seal").asInt(),
        node.path("position").asInt(),
        text(node, "sha256", number),
        node.path("entry").isObject() ? AuditLine.read(node.path("entry")) : null);
  }

  private static String kind(JsonNode node) {
    return node.path("kind").asText();
  }

  private static String text(JsonNode node, String name, int line) {
    if (!node.path(name).isTextual()) {
      throw bad(line, "no text '" + name + "'");
    }
    return node.path(name).asText();
  }

  private static Instant time(JsonNode node, String name, int line) {
    try {
      return Instant.parse(text(node, name, line));
    } catch (DateTimeParseException e) {
      throw bad(line, "no moment of time in '" + name + "'");
    }
  }

  private static JsonNode parse(@Nullable String line, int number) {
    try {
      JsonNode node = StrictJson.mapper().readTree(line == null ? "" : line);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw bad(number, "something that is not JSON");
    }
    throw bad(number, "something that is not a JSON object");
  }

  private static ClientFailure bad(int line, String found) {
    return new ClientFailure(
        "Expected an exported audit, but line %d has %s.".formatted(line, found));
  }

  private ClientFailure unreadable(IOException e) {
    return new ClientFailure(
        "%s cannot be read as text in UTF-8 (%s).".formatted(path, e.getClass().getSimpleName()));
  }
}
