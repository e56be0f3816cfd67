/** What is kept where and how long, a copy of everything, and the way out. */
@NullMarked
package app.aisha.bot.privacy;

import org.jspecify.annotations.NullMarked;
