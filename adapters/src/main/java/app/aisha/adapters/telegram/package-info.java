/** Telegram's Bot API: the transport, both intakes and the way of pages to chats. */
@NullMarked
package app.aisha.adapters.telegram;

import org.jspecify.annotations.NullMarked;
