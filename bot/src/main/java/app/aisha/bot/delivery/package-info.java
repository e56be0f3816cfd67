/** The way of screens to people: one try at a time, patient answers of dialogs, and the outbox of notices. */
@NullMarked
package app.aisha.bot.delivery;

import org.jspecify.annotations.NullMarked;
