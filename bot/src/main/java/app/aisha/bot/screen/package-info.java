/** What a person sees, before it is worded for a language: screens, buttons, texts and turns. */
@NullMarked
package app.aisha.bot.screen;

import org.jspecify.annotations.NullMarked;
