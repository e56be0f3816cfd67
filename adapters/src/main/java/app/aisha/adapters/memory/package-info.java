/** Dialogs and limits of a single instance, in its own memory. */
@NullMarked
package app.aisha.adapters.memory;

import org.jspecify.annotations.NullMarked;
