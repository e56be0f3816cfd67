/** From what a person did to the dialog that answers: the router, what it remembers of a chat and its limits. */
@NullMarked
package app.aisha.bot.routing;

import org.jspecify.annotations.NullMarked;
