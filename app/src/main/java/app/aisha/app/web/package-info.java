/** What is answered over HTTP: Telegram's webhook and the health of the program. */
@NullMarked
package app.aisha.app.web;

import org.jspecify.annotations.NullMarked;
