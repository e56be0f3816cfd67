/** Bytes that are kept: recordings, photos and pictures, under keys of our own. */
@NullMarked
package app.aisha.core.media;

import org.jspecify.annotations.NullMarked;
