/** What a person has done with Aisha, in figures. */
@NullMarked
package app.aisha.core.profile;

import org.jspecify.annotations.NullMarked;
