/**
 * Reading a scheme document: bytes to records, with every problem at once; no server, no database.
 */
@NullMarked
package council.config.document;

import org.jspecify.annotations.NullMarked;
