/** Credits in the chat: what one has, how to get more. */
@NullMarked
package app.aisha.bot.wallet;

import org.jspecify.annotations.NullMarked;
