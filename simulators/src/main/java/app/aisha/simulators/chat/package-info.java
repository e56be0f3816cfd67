/** A messenger in the browser for trying a bot against the Telegram simulator. */
@NullMarked
package app.aisha.simulators.chat;

import org.jspecify.annotations.NullMarked;
