package council.app.server;

/** Tells whoever waits what is being done. */
@FunctionalInterface
public interface Progress {
  void tell(String line);
}
