/** Photos of a person, a style or a thing, and what is trained from them. */
@NullMarked
package app.aisha.core.avatar;

import org.jspecify.annotations.NullMarked;
