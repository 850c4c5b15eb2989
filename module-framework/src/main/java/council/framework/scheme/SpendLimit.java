package council.framework.scheme;

import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.math.BigDecimal;

/** One limit on what is committed, in pounds. */
@Doc(
    value = "One limit on what is committed, in pounds",
    rules = {"HAM-FW-01", "HAM-FW-02", "HAM-FW-05", "HAM-FW-06", "HAM-FW-14"})
public sealed interface SpendLimit {
  String code();

  String title();

  BigDecimal amount();

  /** {@code TOTAL}. */
  @Doc(
      value = "All that may be committed through the framework, by whomever: its advertised value",
      rules = {"HAM-FW-01", "HAM-FW-03"})
  record Total(
      @Doc("Short name, unique within the framework") String code,
      @Doc("What people call it") String title,
      @Doc("Pounds") @Range(min = "0") BigDecimal amount)
      implements SpendLimit {}

  /** {@code AUTHORITY}. */
  @Doc(
      value = "What the council itself may commit without any further condition",
      rules = {"HAM-FW-02", "HAM-FW-04", "HAM-FW-14"})
  record Authority(
      @Doc("Short name, unique within the framework") String code,
      @Doc("What people call it") String title,
      @Doc("Pounds") @Range(min = "0") BigDecimal amount)
      implements SpendLimit {}

  /** {@code CONDITIONAL}. */
  @Doc(
      value =
          "Adds to the council's authority as far as it was opened, each opening being recorded"
              + " with what it rests on",
      rules = "HAM-FW-05")
  record Conditional(
      @Doc("Short name, unique within the framework") String code,
      @Doc("What people call it") String title,
      @Doc("Most pounds that can be opened") @Range(min = "0") BigDecimal amount,
      @Doc("What must be shown for it to open, such as a like-for-like fall of another cost")
          String condition)
      implements SpendLimit {}

  /** {@code PARTNER_GROWTH}. */
  @Doc(
      value = "What partners may commit through the framework beside the council",
      rules = {"HAM-FW-06", "HAM-FW-07", "HAM-FW-21"})
  record PartnerGrowth(
      @Doc("Short name, unique within the framework") String code,
      @Doc("What people call it") String title,
      @Doc("Pounds") @Range(min = "0") BigDecimal amount)
      implements SpendLimit {}
}
