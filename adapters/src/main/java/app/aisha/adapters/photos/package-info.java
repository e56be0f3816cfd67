/**
 * Looks into photos of strangers: headers first, then pixels row by row, so that no photo needs more than 64 MB of heap.
 * What is written afterwards holds nothing of the file but its pixels.
 */
@NullMarked
package app.aisha.adapters.photos;

import org.jspecify.annotations.NullMarked;
