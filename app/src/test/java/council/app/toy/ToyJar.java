package council.app.toy;

import council.testing.PostgresForTests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds the toy module's jar as anybody outside this source tree would. */
final class ToyJar {
  private static final Path SOURCES =
      PostgresForTests.sourceRoot().resolve("app/src/test/toy-module");

  private ToyJar() {}

  static Path build(Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(list(SOURCES.resolve("java")), classes);
    Path jar = folder.resolve("toy.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      Set<String> folders = new HashSet<>();
      add(out, classes, folders);
      add(out, SOURCES.resolve("resources"), folders);
    }
    return jar;
  }

  private static void compile(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    String classPath = System.getProperty("java.class.path");
    List<String> options =
        List.of(
            "-proc:full",
            "-parameters",
            "-d",
            classes.toString(),
            "-classpath",
            classPath,
            "-processorpath",
            classPath,
            "-processor",
            "io.micronaut.annotation.processing.BeanDefinitionInjectProcessor");
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(told, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      boolean done =
          compiler
              .getTask(null, files, told, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!done) {
        throw new IOException("The toy module does not compile: " + told.getDiagnostics());
      }
    }
  }

  /**
   * With entries for folders too, as build tools write them: Micronaut looks beans up by folder.
   */
  private static void add(JarOutputStream out, Path root, Set<String> known) throws IOException {
    for (Path file : list(root)) {
      Path inside = root.relativize(file);
      for (int depth = 1; depth < inside.getNameCount(); depth++) {
        String folder = inside.subpath(0, depth).toString().replace('\\', '/') + "/";
        if (known.add(folder)) {
          out.putNextEntry(new JarEntry(folder));
          out.closeEntry();
        }
      }
      out.putNextEntry(new JarEntry(inside.toString().replace('\\', '/')));
      out.write(Files.readAllBytes(file));
      out.closeEntry();
    }
  }

  private static List<Path> list(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
