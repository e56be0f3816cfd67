/** Recordings and their texts: the dialog, its buttons and its words. */
@NullMarked
package app.aisha.bot.transcript;

import org.jspecify.annotations.NullMarked;
