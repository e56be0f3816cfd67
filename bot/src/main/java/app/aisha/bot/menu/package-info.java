/** Words and buttons that every feature may use: the ways back, and what belongs to no feature. */
@NullMarked
package app.aisha.bot.menu;

import org.jspecify.annotations.NullMarked;
