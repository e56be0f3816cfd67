/** Knows the egg, which knows the hen. */
@NullMarked
package app.aisha.app.architecture.wrong.hen;

import org.jspecify.annotations.NullMarked;
