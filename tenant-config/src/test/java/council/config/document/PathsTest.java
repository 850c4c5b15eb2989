package council.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathsTest {
  @Test
  void stepsStandAfterDotsAndBetweenBrackets() {
    assertThat(Paths.steps("a.b[0].c")).containsExactly("a", "b", "0", "c");
    assertThat(Paths.steps("a.b.0.c")).containsExactly("a", "b", "0", "c");
    assertThat(Paths.steps("a[0][CODE]")).containsExactly("a", "0", "CODE");
    assertThat(Paths.steps("a[A place. Is (won)].c"))
        .containsExactly("a", "A place. Is (won)", "c");
  }

  @Test
  void whatIsNoProperPathKeepsItsParts() {
    assertThat(Paths.steps("")).containsExactly("");
    assertThat(Paths.steps("a..b")).containsExactly("a", "", "b");
    assertThat(Paths.steps("a.")).containsExactly("a", "");
    assertThat(Paths.steps("a[0]b.c")).containsExactly("a", "0", "b", "c");
    assertThat(Paths.steps("a[0")).containsExactly("a", "0");
  }
}
