package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.platform.store.generated.Tables.ATTRIBUTE_VALUE;
import static council.platform.store.generated.Tables.CONSORTIUM_MEMBER;
import static council.platform.store.generated.Tables.PROVIDER;
import static council.platform.store.generated.Tables.PROVIDER_CQC_REGISTRATION;

import council.graphql.spi.Contributions;
import council.platform.store.generated.tables.ProviderCqcRegistration;
import java.util.List;
import org.jooq.impl.DSL;

/** Providers with their registrations and members. */
final class DirectoryReads {
  private static final ProviderCqcRegistration REGISTRATION = PROVIDER_CQC_REGISTRATION;

  private DirectoryReads() {}

  static void declare(Contributions c) {
    declareProvider(c);
    c.read("CqcRegistration", REGISTRATION)
        .column("cqcProviderId", REGISTRATION.CQC_PROVIDER_ID)
        .column("from", REGISTRATION.VALID_FROM)
        .expression("until", t -> Columns.lastDay(t, REGISTRATION.VALID_UNTIL))
        .order("OLDEST_FIRST", List.of(asc(REGISTRATION.VALID_FROM)));
    c.read("ConsortiumMember", CONSORTIUM_MEMBER)
        .one("provider", "Provider", CONSORTIUM_MEMBER.MEMBER_ID);
    c.rootConnection("providers", "Provider");
    c.rootById("provider", "Provider");
  }

  private static void declareProvider(Contributions c) {
    c.read("Provider", PROVIDER)
        .column("reference", PROVIDER.REFERENCE)
        .column("name", PROVIDER.NAME)
        .column("form", PROVIDER.FORM)
        .column("companiesHouseNumber", PROVIDER.COMPANIES_HOUSE_NUMBER)
        .column("cqcProviderId", PROVIDER.CQC_PROVIDER_ID)
        .column("cqcRating", PROVIDER.CQC_RATING)
        .column("cqcRatingDate", PROVIDER.CQC_RATING_DATE)
        .column("notForProfit", PROVIDER.NOT_FOR_PROFIT)
        .column("sme", PROVIDER.SME)
        .column("revision", PROVIDER.REVISION)
        .list("registrations", "CqcRegistration", REGISTRATION.PROVIDER_ID)
        .list("members", "ConsortiumMember", CONSORTIUM_MEMBER.CONSORTIUM_ID)
        .list("attributes", "AttributeValue", ATTRIBUTE_VALUE.OWNER_ID)
        .many("locations", "Location", PlaceReads.LOCATION_PROVIDER)
        .filter("reference", PROVIDER.REFERENCE)
        .filter("form", PROVIDER.FORM)
        .filter(
            "nameContains",
            (t, part) ->
                DSL.lower(Columns.of(t, PROVIDER.NAME))
                    .contains(DSL.lower(DSL.val(part.toString()))))
        .order("REFERENCE_ASC", List.of(asc(PROVIDER.REFERENCE)))
        .order("NAME_ASC", List.of(asc(PROVIDER.NAME)));
  }
}
