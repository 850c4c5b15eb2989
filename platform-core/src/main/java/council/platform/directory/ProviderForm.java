package council.platform.directory;

/** A single organisation, or several that bid and hold places together. */
public enum ProviderForm {
  ORGANISATION,
  CONSORTIUM
}
