/** Looks after the tables themselves: whether they are as the migrations define them, and what can be done where not. */
@NullMarked
package app.aisha.adapters.schema;

import org.jspecify.annotations.NullMarked;
