/** What a language model makes of transcripts: asked for, shown, ticked off, exported. */
@NullMarked
package app.aisha.bot.digest;

import org.jspecify.annotations.NullMarked;
