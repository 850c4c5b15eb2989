package council.testing;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One way to lay out Java sources, so that nobody has to think or talk about it. */
public final class SourceFormat {
  private static final Set<String> SKIPPED = Set.of("target", "generated", "node_modules");

  private SourceFormat() {}

  /** Formats every source of the tree; the one argument is its root. */
  public static void main(String[] arguments) throws IOException {
    List<Path> files = listUnformatted(Path.of(arguments[0]));
    for (Path file : files) {
      Files.writeString(file, formatted(file));
    }
    System.out.println("Formatted " + files.size() + " file(s)");
  }

  /** The sources of the tree that the formatter would change. */
  public static List<Path> listUnformatted(Path root) throws IOException {
    return sources(root).parallelStream().filter(SourceFormat::isUnformatted).toList();
  }

  private static boolean isUnformatted(Path file) {
    try {
      return !Files.readString(file).equals(formatted(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String formatted(Path file) throws IOException {
    try {
      return new Formatter().formatSourceAndFixImports(Files.readString(file));
    } catch (FormatterException e) {
      throw new IOException("Expected Java in " + file + ", but " + e.getMessage(), e);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean skipped = SKIPPED.contains(name) || name.startsWith(".");
            return skipped && !folder.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
