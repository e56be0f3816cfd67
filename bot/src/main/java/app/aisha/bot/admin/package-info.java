/** Administration in the chat, for those whose ids are in the settings; to everybody else it does not exist. */
@NullMarked
package app.aisha.bot.admin;

import org.jspecify.annotations.NullMarked;
