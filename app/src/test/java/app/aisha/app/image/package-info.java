/** Looks into the container image, where one was made. */
@NullMarked
package app.aisha.app.image;

import org.jspecify.annotations.NullMarked;
