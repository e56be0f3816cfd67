/** The person's own settings. */
@NullMarked
package app.aisha.bot.account;

import org.jspecify.annotations.NullMarked;
