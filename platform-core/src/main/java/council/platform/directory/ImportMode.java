package council.platform.directory;

/** Whether an import is only tried or also kept. */
public enum ImportMode {
  DRY_RUN,
  APPLY
}
