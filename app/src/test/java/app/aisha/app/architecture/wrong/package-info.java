/** Breaks every rule once, so that a rule which finds nothing is found out. */
@NullMarked
package app.aisha.app.architecture.wrong;

import org.jspecify.annotations.NullMarked;
