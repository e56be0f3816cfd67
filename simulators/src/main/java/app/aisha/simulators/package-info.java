/** Strict stand-ins for the outside services, on loopback HTTP, usable without the rest of the project. */
@NullMarked
package app.aisha.simulators;

import org.jspecify.annotations.NullMarked;
