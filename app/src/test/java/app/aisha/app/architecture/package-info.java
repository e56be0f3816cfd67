/** Holds the program to the rules it is built by. */
@NullMarked
package app.aisha.app.architecture;

import org.jspecify.annotations.NullMarked;
