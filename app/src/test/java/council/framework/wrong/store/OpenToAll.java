package council.framework.wrong.store;

/** Breaks the house plan on purpose. */
public final class OpenToAll {}
