package council.testing.node;

import council.testing.PostgresForTests;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packages of {@code testing/node/package-lock.json}, installed once for a source tree, and a
 * Node.js that runs them: the machine's own where it is recent enough, else one from the registry.
 *
 * @param node the program that runs Node.js
 * @param folder where {@code node_modules} lies; scripts are started in it
 */
public record NodePackages(Path node, Path folder) {
  private static final List<String> MANIFESTS = List.of("package.json", "package-lock.json");

  /** Installs what is not installed yet; JVMs that ask at the same time wait for each other. */
  public static synchronized NodePackages installed() {
    Path source = PostgresForTests.sourceRoot().resolve("testing").resolve("node");
    Path target =
        PostgresForTests.sourceRoot().resolve("testing").resolve("target").resolve("node");
    try {
      Files.createDirectories(target);
      try (FileChannel channel =
              FileChannel.open(
                  target.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        NodeRuntime runtime = NodeRuntime.find(source.resolve("runtime"), target);
        return new NodePackages(runtime.node(), packages(runtime, source, target));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The npm packages of the tests cannot be installed", e);
    }
  }

  private static Path packages(NodeRuntime runtime, Path source, Path target) throws IOException {
    Path folder = target.resolve("packages-" + digest(source.resolve("package-lock.json")));
    Path done = folder.resolve("installed");
    if (Files.exists(done)) {
      return folder;
    }
    Files.createDirectories(folder);
    for (String manifest : MANIFESTS) {
      Files.copy(
          source.resolve(manifest), folder.resolve(manifest), StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command = new ArrayList<>(runtime.npm());
    command.addAll(List.of("ci", "--ignore-scripts", "--no-audit", "--no-fund"));
    run(folder, command);
    Files.createFile(done);
    return folder;
  }

  /**
   * Starts a script; its output is the caller's to read.
   *
   * @param script a file of the test, read where it lies; its imports are found in the folder
   */
  public Process start(Path script, String... arguments) {
    try {
      Path copy = folder.resolve(script.getFileName().toString());
      Files.copy(script, copy, StandardCopyOption.REPLACE_EXISTING);
      List<String> command = new ArrayList<>(List.of(node.toString(), copy.toString()));
      command.addAll(List.of(arguments));
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("Node.js cannot run " + script, e);
    }
  }

  static void run(Path folder, List<String> command) throws IOException {
    File log = Files.createTempFile("npm", ".log").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("Not finished after five minutes: " + command);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted: " + command, e);
    }
    if (process.exitValue() != 0) {
      throw new IOException(command + " failed:\n" + Files.readString(log.toPath()));
    }
    Files.delete(log.toPath());
  }

  private static String digest(Path file) throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What a program prints, for short answers such as a version. */
  static String output(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
