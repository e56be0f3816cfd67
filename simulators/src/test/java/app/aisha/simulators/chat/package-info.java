/** The chat page, tried over HTTP beside the Telegram simulator. */
@NullMarked
package app.aisha.simulators.chat;

import org.jspecify.annotations.NullMarked;
