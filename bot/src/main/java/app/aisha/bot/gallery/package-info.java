/** The pictures a person has: contact sheets with filters, one picture after the other, choosing several, archives, figures. */
@NullMarked
package app.aisha.bot.gallery;

import org.jspecify.annotations.NullMarked;
