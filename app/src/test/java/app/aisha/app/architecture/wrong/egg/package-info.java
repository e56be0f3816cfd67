/** Knows the hen, which knows the egg. */
@NullMarked
package app.aisha.app.architecture.wrong.egg;

import org.jspecify.annotations.NullMarked;
