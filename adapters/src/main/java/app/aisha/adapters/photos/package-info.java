/**
 * Looks into photos of strangers and into what painters deliver: headers first, then pixels row by row, so that no picture
 * needs more than 64 MB of heap. What is written afterwards holds nothing of the file but its pixels, and where they were
 * painted, that they were.
 */
@NullMarked
package app.aisha.adapters.photos;

import org.jspecify.annotations.NullMarked;
