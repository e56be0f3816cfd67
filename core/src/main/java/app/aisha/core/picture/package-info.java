/** Pictures: a wish put into words, painted of an avatar or of photos, kept in a gallery. */
@NullMarked
package app.aisha.core.picture;

import org.jspecify.annotations.NullMarked;
