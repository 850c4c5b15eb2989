package council.config.document;

/** The documents of these tests, for tests in other packages. */
public final class SchemeTexts {
  private SchemeTexts() {}

  public static SchemeReader reader() {
    return SchemeReader.of(Garden.SECTIONS);
  }

  public static String canonical() {
    return reader().read(Garden.DOCUMENT).getScheme().canonical();
  }
}
