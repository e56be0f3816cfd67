/** Where a person arrives: first contact, menu and help, with the ways into every feature. */
@NullMarked
package app.aisha.bot.home;

import org.jspecify.annotations.NullMarked;
