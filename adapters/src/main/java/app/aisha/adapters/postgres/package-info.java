/** Rows in PostgreSQL: the collections of the core, the inbox and the outbox. */
@NullMarked
package app.aisha.adapters.postgres;

import org.jspecify.annotations.NullMarked;
