/**
 * What is told of frameworks in the Open Contracting Data Standard, from kept facts alone: pure. No
 * clock, no IO.
 */
@NullMarked
package council.framework.opendata.domain;

import org.jspecify.annotations.NullMarked;
