/** What a person has done lately, as figures and as a picture. */
@NullMarked
package app.aisha.bot.profile;

import org.jspecify.annotations.NullMarked;
