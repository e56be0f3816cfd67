/** A PostgreSQL server that comes with the program, for the sandbox and for tests. */
@NullMarked
package app.aisha.adapters.embedded;

import org.jspecify.annotations.NullMarked;
