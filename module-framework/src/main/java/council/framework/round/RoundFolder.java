package council.framework.round;

import council.platform.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of a round from a folder into texts. */
public final class RoundFolder {
  public static final String ZONES = "zones.csv";
  public static final String CRITERIA = "criteria.csv";
  public static final String PARAMETERS = "parameters.json";
  public static final String PROVIDERS = "providers.csv";
  public static final String APPLICATIONS = "applications.csv";
  public static final String APPLIED_ZONES = "applied_zones.csv";
  public static final String SCORES = "scores.csv";
  public static final String LOCATIONS = "locations.csv";

  /** Files that stand in for what the scheme says. */
  public static final List<String> TERMS = List.of(ZONES, CRITERIA, PARAMETERS);

  /** Files that say what was submitted. */
  public static final List<String> SUBMISSION =
      List.of(PROVIDERS, APPLICATIONS, APPLIED_ZONES, SCORES, LOCATIONS);

  /** Largest file that is read, in bytes. */
  public static final long MAXIMUM_BYTES = 10L * 1024 * 1024;

  private RoundFolder() {}

  /** The known files that are there, by name. What cannot be read is a problem. */
  public static Map<String, String> read(Path folder, Problems problems) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (!Files.isDirectory(folder)) {
      problems.add("NO_FOLDER", folder.toString(), "Expected a folder with the files of a round.");
      return texts;
    }
    for (List<String> names : List.of(TERMS, SUBMISSION)) {
      for (String name : names) {
        readFile(folder.resolve(name), name, texts, problems);
      }
    }
    return texts;
  }

  private static void readFile(
      Path file, String name, Map<String, String> texts, Problems problems) {
    if (!Files.exists(file)) {
      return;
    }
    if (!Files.isRegularFile(file)) {
      problems.add("NOT_A_FILE", name, "Expected a file, but it is something else.");
      texts.put(name, UNREADABLE);
      return;
    }
    try {
      long bytes = Files.size(file);
      texts.put(name, UNREADABLE);
      if (checkSize(name, bytes, problems)) {
        texts.put(name, decode(Files.readAllBytes(file)));
      }
    } catch (CharacterCodingException e) {
      problems.add(
          "NOT_UTF_8",
          name,
          "Expected text in UTF-8, but the file holds other bytes; save it anew.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stands for a file whose problem has been told already. */
  static final String UNREADABLE = "\u0000unreadable";

  static boolean checkSize(String name, long bytes, Problems problems) {
    if (bytes <= MAXIMUM_BYTES) {
      return true;
    }
    problems.add(
        "FILE_TOO_LARGE",
        name,
        bytes + " bytes",
        "at most " + MAXIMUM_BYTES + " bytes",
        "The file is larger than the 10 MiB that a round's file may have.");
    return false;
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }
}
