package council.framework.opendata.domain;

import council.framework.opendata.domain.Ocds.Identifier;
import council.framework.opendata.domain.Ocds.Party;
import council.framework.opendata.domain.Ocds.Reference;
import council.framework.opendata.domain.OpenFacts.Supplier;
import council.framework.scheme.OpenData;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids of processes, releases and parties; the same facts always have the same. */
public final class Names {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
  private static final Pattern IDENTIFIER = Pattern.compile("([A-Z]{2,3}-[A-Z0-9]+)-(.+)");
  private static final String COMPANIES_HOUSE = "GB-COH";

  private final OpenData publication;

  public Names(OpenData publication) {
    this.publication = publication;
  }

  /** Of a round; its reference where that can stand in an id. */
  public String ocidOfRound(String reference, String id) {
    return ocid("framework", reference, id);
  }

  /** Of a call-off. */
  public String ocidOfCallOff(String reference, String id) {
    return ocid("call-off", reference, id);
  }

  private String ocid(String kind, String reference, String id) {
    String own = PLAIN.matcher(reference).matches() ? reference : id;
    return publication.ocidPrefix() + "-" + kind + "-" + own;
  }

  static String release(String ocid, LocalDate day, String tag) {
    return ocid + "-" + day + "-" + tag;
  }

  /** Midnight in universal time: days are kept without a time. */
  static String instant(LocalDate day) {
    return day + "T00:00:00Z";
  }

  /** The last instant of a day. */
  static String endOf(LocalDate lastDay) {
    return lastDay + "T23:59:59Z";
  }

  /**
   * @param council code of the council
   */
  public Ocds.Head head(String council) {
    Identifier identifier = identifier(publication.buyerId(), publication.buyer());
    return new Ocds.Head(
        "urn:council:open-data:" + council + ":" + publication.ocidPrefix(),
        Ocds.VERSION,
        Ocds.EXTENSIONS,
        new Ocds.Publisher(
            publication.buyer(),
            identifier == null ? null : identifier.scheme(),
            identifier == null ? null : identifier.id()),
        publication.licence());
  }

  Reference buyer() {
    String id = publication.buyerId();
    return new Reference(
        id == null ? publication.ocidPrefix() + "-buyer" : id, publication.buyer());
  }

  Party buyerParty() {
    return new Party(
        buyer().id(),
        publication.buyer(),
        identifier(publication.buyerId(), publication.buyer()),
        List.of("buyer", "procuringEntity"));
  }

  private static @Nullable Identifier identifier(@Nullable String whole, String name) {
    if (whole == null) {
      return null;
    }
    Matcher parts = IDENTIFIER.matcher(whole);
    return parts.matches() ? new Identifier(parts.group(1), parts.group(2), name) : null;
  }

  Reference supplier(Supplier supplier) {
    String number = supplier.companiesHouseNumber();
    String id =
        number == null
            ? publication.ocidPrefix() + "-provider-" + supplier.reference()
            : COMPANIES_HOUSE + "-" + number;
    return new Reference(id, supplier.name());
  }

  Party supplierParty(Supplier supplier) {
    String number = supplier.companiesHouseNumber();
    return new Party(
        supplier(supplier).id(),
        supplier.name(),
        number == null ? null : new Identifier(COMPANIES_HOUSE, number, supplier.name()),
        List.of("supplier"));
  }
}
