/** Making pictures in the chat: the wish, the offer, the work and what came of it. */
@NullMarked
package app.aisha.bot.picture;

import org.jspecify.annotations.NullMarked;
