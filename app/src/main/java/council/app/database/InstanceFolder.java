package council.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a demo instance keeps everything of its own: database, passwords, signing
 * keys. Only its owner can read it.
 */
public final class InstanceFolder {
  private static final Set<String> KEPT_WHEN_WIPED = Set.of("lock", "postgres-binaries");
  private final Path path;

  public InstanceFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /** {@code COUNCIL_DATA}, else {@code .council} in the folder of the launcher. */
  public static InstanceFolder fromEnvironment() {
    return from(System.getenv());
  }

  /** The same, of an environment that is given. */
  public static InstanceFolder from(Map<String, String> environment) {
    String chosen = environment.get("COUNCIL_DATA");
    if (chosen != null && !chosen.isBlank()) {
      return new InstanceFolder(Path.of(chosen));
    }
    return new InstanceFolder(Path.of(System.getProperty("council.home", ".")).resolve(".council"));
  }

  public Path path() {
    return path;
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  public void create() {
    createOwnerOnly(path);
  }

  /** Creates a folder that only its owner can enter. */
  Path createOwnerOnly(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create the folder " + folder, e);
    }
  }

  /**
   * Takes the folder for this process; the operating system gives it back however the process ends.
   * Empty where another process has it.
   */
  public Optional<Hold> takeHold() {
    create();
    try {
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new Hold(channel));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + path.resolve("lock"), e);
    }
  }

  /** Deletes everything but the lock and the unpacked PostgreSQL programs. */
  public void wipe(Hold hold) {
    if (!hold.isOpen()) {
      throw new IllegalStateException("Expected to hold " + path + " before wiping it");
    }
    deleteInside(path);
  }

  void deleteInside(Path folder) {
    try (var children = Files.list(folder)) {
      for (Path child : children.toList()) {
        if (!KEPT_WHEN_WIPED.contains(child.getFileName().toString())) {
          deleteTree(child);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot empty " + folder, e);
    }
  }

  /** A random password of 256 bits, made once and kept readable by its owner alone. */
  public String password(String name) {
    Path file = createOwnerOnly(path.resolve("secrets")).resolve(name);
    return read(file)
        .orElseGet(() -> {
          byte[] random = new byte[32];
          new SecureRandom().nextBytes(random);
          String made = HexFormat.of().formatHex(random);
          writeOwnerOnly(file, made);
          return made;
        });
  }

  public Optional<String> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Replaces a file as a whole; nobody but the owner can read it at any moment. */
  public void writeOwnerOnly(Path file, String content) {
    try {
      Path folder = createOwnerOnly(java.util.Objects.requireNonNull(file.getParent()));
      Path temporary = Files.createTempFile(folder, ".new", "");
      Files.writeString(temporary, content + "\n", StandardCharsets.UTF_8);
      Files.move(
          temporary,
          file,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The right to use the folder; closing gives it back. */
  public static final class Hold implements AutoCloseable {
    private final FileChannel channel;

    private Hold(FileChannel channel) {
      this.channel = channel;
    }

    boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot release the instance folder", e);
      }
    }
  }
}
