/** Credits: what things cost, what people have, and a ledger that accounts for every change. */
@NullMarked
package app.aisha.core.wallet;

import org.jspecify.annotations.NullMarked;
