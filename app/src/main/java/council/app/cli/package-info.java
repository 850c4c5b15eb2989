/** The command line: parsing, files in and text out; what is done lies elsewhere. */
@NullMarked
package council.app.cli;

import org.jspecify.annotations.NullMarked;
