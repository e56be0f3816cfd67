/** Files that hold text instead of sound. */
@NullMarked
package app.aisha.adapters.textfiles;

import org.jspecify.annotations.NullMarked;
