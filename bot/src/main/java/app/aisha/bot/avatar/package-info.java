/** Avatars in the chat: the wizard, photos, trainings, cards. */
@NullMarked
package app.aisha.bot.avatar;

import org.jspecify.annotations.NullMarked;
