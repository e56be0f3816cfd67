/** A strict stand-in for the Telegram Bot API server, its users and their phones, over HTTP on loopback. */
@NullMarked
package app.aisha.simulators.telegram;

import org.jspecify.annotations.NullMarked;
