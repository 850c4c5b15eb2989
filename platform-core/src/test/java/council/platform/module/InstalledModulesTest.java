package council.platform.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstalledModulesTest {
  private record Module(String id, Set<String> requires) implements CouncilModule {}

  @Test
  void theHostComesFirstAndEveryOtherAfterWhatItRequires() {
    InstalledModules modules =
        new InstalledModules(
            List.of(
                module("alpha", "contracts"),
                module("contracts", "framework"),
                module("platform"),
                module("framework")));
    assertThat(modules.list())
        .extracting(CouncilModule::id)
        .containsExactly("platform", "framework", "contracts", "alpha");
  }

  @Test
  void theHostIsOnTheClassPath() {
    assertThat(InstalledModules.onClassPath().list())
        .first()
        .extracting(CouncilModule::id)
        .isEqualTo("platform");
  }

  @Test
  void whatIsRequiredMustBeThere() {
    assertThatThrownBy(() -> new InstalledModules(List.of(module("contracts", "framework"))))
        .hasMessageContaining("'framework' is required by 'contracts'");
  }

  @Test
  void modulesDoNotRequireOneAnotherInACircle() {
    assertThatThrownBy(() -> new InstalledModules(List.of(module("a", "b"), module("b", "a"))))
        .hasMessageContaining("circle");
  }

  @Test
  void oneIdIsOneModule() {
    assertThatThrownBy(() -> new InstalledModules(List.of(module("a"), module("a"))))
        .hasMessageContaining("Expected one module 'a'");
  }

  private static CouncilModule module(String id, String... requires) {
    return new Module(id, Set.of(requires));
  }
}
