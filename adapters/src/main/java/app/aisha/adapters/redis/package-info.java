/** Dialogs and limits several instances share; all of it may be lost. */
@NullMarked
package app.aisha.adapters.redis;

import org.jspecify.annotations.NullMarked;
