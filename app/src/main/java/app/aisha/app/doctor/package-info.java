/** Looks over everything the program depends on before it is trusted with people. */
@NullMarked
package app.aisha.app.doctor;

import org.jspecify.annotations.NullMarked;
