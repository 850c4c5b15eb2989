package council.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFormatTest {
  @TempDir Path root;

  @Test
  void whatIsLaidOutOtherwiseIsFoundAndPutRight() throws IOException {
    Path wrong = write("src/Wrong.java", "import java.util.List;\nclass Wrong{int a=1;}\n");
    Path right = write("src/Right.java", "class Right {}\n");
    assertThat(SourceFormat.listUnformatted(root)).containsExactly(wrong);
    SourceFormat.main(new String[] {root.toString()});
    assertThat(SourceFormat.listUnformatted(root)).isEmpty();
    assertThat(wrong).hasContent("class Wrong {\n  int a = 1;\n}\n");
    assertThat(right).hasContent("class Right {}\n");
  }

  @Test
  void generatedSourcesAreLeftAlone() throws IOException {
    write("src/main/generated/Made.java", "class Made{}\n");
    write("target/Built.java", "class Built{}\n");
    assertThat(SourceFormat.listUnformatted(root)).isEmpty();
  }

  private Path write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
