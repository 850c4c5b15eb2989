package council.app.client;

import council.platform.audit.AuditSeal;
import council.platform.audit.PublishedHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Heads of audits as they are kept outside: a line each, of any council, as they are printed. */
public final class KeptHeads {
  private static final Pattern LINE =
      Pattern.compile("([a-z][a-z0-9-]*) ([1-9][0-9]{0,8}) ([0-9a-f]{64})(?: .*)?");

  private KeptHeads() {}

  /** The line to keep: council, number, hash, time. */
  public static String line(AuditSeal head) {
    return "%s %d %s %s".formatted(head.tenant(), head.number(), head.sha256(), head.sealedAt());
  }

  /** Reads a file of such lines; names every line that is none. */
  public static List<PublishedHead> read(Path file) {
    List<PublishedHead> heads = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String line : TextFile.read(file).lines().toList()) {
      number++;
      Matcher matcher = LINE.matcher(line.strip());
      if (matcher.matches()) {
        heads.add(
            new PublishedHead(
                matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3)));
      } else if (!line.isBlank()) {
        problems.add(
            "%s:%d: expected council, number and hash as 'council audit head' prints them."
                .formatted(file, number));
      }
    }
    if (!problems.isEmpty()) {
      throw new ClientFailure(problems);
    }
    return heads;
  }
}
