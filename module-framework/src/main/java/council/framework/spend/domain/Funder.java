package council.framework.spend.domain;

/** Who pays. */
public enum Funder {
  COUNCIL,
  PARTNER
}
