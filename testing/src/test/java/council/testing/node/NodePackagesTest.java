package council.testing.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.testing.PostgresForTests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodePackagesTest {
  private static final Path RUNTIME =
      PostgresForTests.sourceRoot().resolve("testing/node/runtime/package-lock.json");

  @Test
  void aScriptFindsThePackagesOfTheLockFile(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("finds-packages.mjs");
    Files.writeString(
        script,
        """
        import { serverAudits } from 'graphql-http';
        import { Provider } from 'oidc-provider';
        console.log(typeof serverAudits, typeof Provider, process.argv[2]);
        """);

    Process process = NodePackages.installed().start(script, "given");

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
        .isEqualTo("function function given");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void aMachineWithoutNodeGetsOneFromTheRegistry() throws IOException {
    Path target = PostgresForTests.sourceRoot().resolve("testing/target/node");
    Files.createDirectories(target);

    NodeRuntime runtime = NodeRuntime.fetched(RUNTIME, target);

    assertThat(NodePackages.output(List.of(runtime.node().toString(), "--version")))
        .startsWith("v22.");
    assertThat(runtime.npm()).hasSize(2).first().isEqualTo(runtime.node().toString());
  }

  @Test
  void anArchiveOfAnotherDigestIsRefused(@TempDir Path folder) throws IOException {
    Path lock = folder.resolve("package-lock.json");
    String forged = Files.readString(RUNTIME).replace("sha512-", "sha512-AAAA");
    Files.writeString(lock, forged);

    assertThatThrownBy(() -> NodeRuntime.fetched(lock, folder))
        .hasMessageContaining("is not the archive that the lock file names");
  }
}
