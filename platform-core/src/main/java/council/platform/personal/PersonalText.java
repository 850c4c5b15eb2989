package council.platform.personal;

import java.util.Objects;

/**
 * A personal value on its way through the program. It shows itself to nobody who does not ask for
 * it by name: not in a log, not in the text of an exception, and no canonical JSON can be made of
 * it, so that it cannot slip into facts or into the audit, which are never cleared.
 */
public final class PersonalText {
  /** What stands where a personal value would. */
  public static final String HIDDEN = "[personal]";

  private final String value;

  public PersonalText(String value) {
    this.value = Objects.requireNonNull(value);
  }

  /** The value itself: for the statement that keeps it or looks for it, and for nothing else. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonalText text && text.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return HIDDEN;
  }
}
