/** Keeps media in a folder. */
@NullMarked
package app.aisha.adapters.filesystem;

import org.jspecify.annotations.NullMarked;
