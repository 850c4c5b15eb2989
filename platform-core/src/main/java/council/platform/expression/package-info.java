/**
 * Conditions and small calculations that a council writes into its scheme, in the Common Expression
 * Language: checked against the variables they may speak of before anything runs.
 */
@NullMarked
package council.platform.expression;

import org.jspecify.annotations.NullMarked;
