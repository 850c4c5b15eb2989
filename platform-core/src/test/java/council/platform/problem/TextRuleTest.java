package council.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {
  private static final String HALF = String.valueOf((char) 0xD800);

  @ParameterizedTest
  @ValueSource(strings = {"A", "Harbour Care & Sons", "Tŷ Gofal", "Ысык-Көл", "\uD83C\uDFE1 House"})
  void ordinaryTextsAreFine(String text) {
    assertThat(TextRule.findFault(text, 60)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u00a0 "})
  void aTextOfNothingButBlanksIsRefused(String text) {
    assertThat(TextRule.findFault(text, 60)).isPresent();
  }

  @Test
  void theLengthCountsCharactersAsPeopleDo() {
    String houses = "\uD83C\uDFE1".repeat(60);

    assertThat(TextRule.findFault(houses, 60)).isEmpty();
    assertThat(TextRule.findFault(houses + "x", 60)).contains("is longer than 60 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {" Ash", "Ash ", "\u00a0Ash", "Ash\u2003"})
  void blanksAroundAreRefused(String text) {
    assertThat(TextRule.findFault(text, 60)).contains("has blanks around it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A\u0000B", "A\nB", "A\tB", "A\u0085B", "A\u2028B", "\u001bAsh"})
  void controlCharactersAreRefused(String text) {
    assertThat(TextRule.findFault(text, 60)).contains("holds a control character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A\u202eB", "A\u2066B", "A\u200bB", "\ufeffAsh"})
  void charactersThatHideOrTurnTheTextAreRefused(String text) {
    assertThat(TextRule.findFault(text, 60)).contains("holds an invisible format character");
  }

  @Test
  void halfOfACharacterIsRefused() {
    assertThat(TextRule.findFault("A" + HALF + "B", 60)).contains("holds half of a character");
    assertThat(TextRule.findFaultInLines("A" + HALF, 60)).contains("holds half of a character");
  }

  @Test
  void aTextOfSeveralLinesMayHoldThem() {
    assertThat(TextRule.findFaultInLines("One\n\tTwo\n", 60)).isEmpty();
    assertThat(TextRule.findFaultInLines("", 60)).isEmpty();
    assertThat(TextRule.findFaultInLines("One\u0000", 60)).contains("holds a control character");
    assertThat(TextRule.findFaultInLines("One\u202e", 60)).isPresent();
    assertThat(TextRule.findFaultInLines("x".repeat(61), 60))
        .contains("is longer than 60 characters");
  }
}
