/** What a person may have of their own: a copy of everything, and that all of it goes. */
@NullMarked
package app.aisha.core.privacy;

import org.jspecify.annotations.NullMarked;
