package council.platform.identity;

/** Why a token is not accepted: a code for the log and for counting, never for the client. */
public enum Refusal {
  MALFORMED,
  ALGORITHM,
  KEY_IN_HEADER,
  CRITICAL_HEADER,
  MISSING_CLAIM,
  BAD_CLAIM,
  WRONG_TENANT,
  UNKNOWN_ISSUER,
  REMOVED_ISSUER,
  DEMO_ISSUER,
  TOKEN_TYPE,
  UNKNOWN_KEY,
  UNFIT_KEY,
  KEYS_UNAVAILABLE,
  BAD_SIGNATURE,
  AUDIENCE,
  EXPIRED,
  NOT_YET_VALID,
  TOO_LONG_LIVED,
  UNKNOWN_SUBJECT,
  DISABLED,
  WRONG_CLIENT,
  MACHINE_FOR_PERSON
}
