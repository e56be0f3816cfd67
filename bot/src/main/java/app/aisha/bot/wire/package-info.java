/** Typed buttons, steps and notices as short strings and back. */
@NullMarked
package app.aisha.bot.wire;

import org.jspecify.annotations.NullMarked;
