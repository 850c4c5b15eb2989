package council.app.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that a person prepared: UTF-8 only, and of a size that the API takes. */
public final class TextFile {
  /** What a single file may hold. */
  public static final long MAX_BYTES = 8L * 1024 * 1024;

  private TextFile() {}

  /** The text, without a byte order mark. */
  public static String read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ClientFailure("There is no file " + file + ".");
    }
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new ClientFailure(
            "%s has %,d bytes, but at most %,d are taken; nothing was sent."
                .formatted(file, size, MAX_BYTES));
      }
      return decode(file, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ClientFailure("%s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  private static String decode(Path file, byte[] bytes) {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(input).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ClientFailure(
          "%s is not UTF-8: the byte at position %,d cannot be read. Save it as UTF-8; nothing was sent."
              .formatted(file, input.position() + 1));
    }
  }
}
