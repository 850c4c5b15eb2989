package council.platform.identity;

/** Is told of every refused token; every bean of this type is asked. */
@FunctionalInterface
public interface RefusalListener {
  void refused(Refusal why);
}
