package council.testing.node;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Node.js and npm.
 *
 * @param node the program that runs Node.js
 * @param npm how npm is called
 */
record NodeRuntime(Path node, List<String> npm) {
  private static final int OLDEST = 22;
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*");

  /**
   * @param manifests where the lock file lies that names the versions and digests for machines
   *     without Node.js
   * @param target where they are unpacked
   */
  static NodeRuntime find(Path manifests, Path target) throws IOException {
    Optional<Path> node = onPath("node");
    Optional<Path> npm = onPath("npm");
    if (node.isPresent() && npm.isPresent() && isRecent(node.get())) {
      return new NodeRuntime(node.get(), List.of(npm.get().toString()));
    }
    return fetched(manifests.resolve("package-lock.json"), target);
  }

  private static Optional<Path> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean isRecent(Path node) throws IOException {
    Matcher version = VERSION.matcher(NodePackages.output(List.of(node.toString(), "--version")));
    return version.matches() && Integer.parseInt(version.group(1)) >= OLDEST;
  }

  static NodeRuntime fetched(Path lockFile, Path target) throws IOException {
    String lock = Files.readString(lockFile);
    Path node = unpacked(lock, "node-" + platform(), target).resolve("bin").resolve("node");
    Path npm = unpacked(lock, "npm", target).resolve("bin").resolve("npm-cli.js");
    return new NodeRuntime(node, List.of(node.toString(), npm.toString()));
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return (system.contains("mac") ? "darwin" : "linux")
        + (processor.contains("aarch64") && !system.contains("mac") ? "-arm64" : "-x64");
  }

  private static Path unpacked(String lock, String name, Path target) throws IOException {
    Locked locked = Locked.in(lock, name);
    Path folder = target.resolve(name + "-" + locked.version());
    if (Files.exists(folder)) {
      return folder;
    }
    Path archive = target.resolve(name + ".tgz");
    locked.download(name, archive);
    Path unfinished = Files.createTempDirectory(target, name);
    NodePackages.run(
        target,
        List.of("tar", "-xzf", archive.toString(), "-C", unfinished.toString(), "--strip", "1"));
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(archive);
    return folder;
  }

  /**
   * A package as the lock file names it.
   *
   * @param integrity SHA-512 of its archive in base64
   */
  private record Locked(String version, String integrity) {
    static Locked in(String lock, String name) throws IOException {
      Matcher entry =
          Pattern.compile(
                  "\"node_modules/"
                      + Pattern.quote(name)
                      + "\": \\{\\s*\"version\": \"([^\"]+)\",\\s*\"integrity\":"
                      + " \"sha512-([^\"]+)\"")
              .matcher(lock);
      if (!entry.find()) {
        throw new IOException(
            "The lock file names no package "
                + name
                + "; install Node.js "
                + OLDEST
                + " or later with npm, and put both on the path");
      }
      return new Locked(entry.group(1), entry.group(2));
    }

    void download(String name, Path archive) throws IOException {
      String registry =
          System.getenv().getOrDefault("npm_config_registry", "https://registry.npmjs.org/");
      URI address =
          URI.create(registry.endsWith("/") ? registry : registry + "/")
              .resolve("%s/-/%s-%s.tgz".formatted(name, name, version));
      try (InputStream in = address.toURL().openStream()) {
        Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
      }
      if (!digest(archive).equals(integrity)) {
        throw new IOException(address + " is not the archive that the lock file names");
      }
    }

    private static String digest(Path file) throws IOException {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file));
        return Base64.getEncoder().encodeToString(hash);
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
