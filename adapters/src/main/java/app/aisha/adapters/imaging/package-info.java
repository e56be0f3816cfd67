/** Draws pictures with a font that comes along, on machines that have none. */
@NullMarked
package app.aisha.adapters.imaging;

import org.jspecify.annotations.NullMarked;
