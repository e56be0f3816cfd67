/** The embedded and the simulated parts that a machine with nothing installed can run. */
@NullMarked
package app.aisha.app.sandbox;

import org.jspecify.annotations.NullMarked;
