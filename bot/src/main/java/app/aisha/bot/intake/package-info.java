/** From the arrival of an update to its end: inbox, lanes and quarantine. */
@NullMarked
package app.aisha.bot.intake;

import org.jspecify.annotations.NullMarked;
