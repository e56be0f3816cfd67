/** The files that operators deploy with, held against the program. */
@NullMarked
package app.aisha.app.deployment;

import org.jspecify.annotations.NullMarked;
