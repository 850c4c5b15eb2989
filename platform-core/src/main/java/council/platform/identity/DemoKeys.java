package council.platform.identity;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The private keys of the demo in one file. Two processes may use it at once. */
final class DemoKeys {
  private final Path file;

  DemoKeys(Path file) {
    this.file = file;
  }

  synchronized ECKey getOrCreate(String keyId, Supplier<ECKey> make) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel = open()) {
        // Released with the channel.
        channel.lock();
        JWKSet known = read(channel);
        if (known.getKeyByKeyId(keyId) instanceof ECKey key) {
          return key;
        }
        ECKey key = make.get();
        List<JWK> all = new ArrayList<>(known.getKeys());
        all.add(key);
        write(channel, new JWKSet(all));
        return key;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's keys cannot be kept in " + file, e);
    }
  }

  /** Created readable for its owner alone, never widened for a moment. */
  private FileChannel open() throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        ownerOnly);
  }

  private JWKSet read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
    String text = new String(bytes.array(), StandardCharsets.UTF_8);
    try {
      return text.isBlank() ? new JWKSet() : JWKSet.parse(text);
    } catch (ParseException e) {
      throw new IOException("Expected a JSON Web Key Set in " + file, e);
    }
  }

  private static void write(FileChannel channel, JWKSet keys) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(keys.toString(false).getBytes(StandardCharsets.UTF_8));
    channel.truncate(0).position(0);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }
}
