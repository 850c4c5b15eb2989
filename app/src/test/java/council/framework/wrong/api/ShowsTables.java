package council.framework.wrong.api;

import org.jooq.Record;

/** Breaks the house plan on purpose. */
interface ShowsTables {
  Record find();
}
