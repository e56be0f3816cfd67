/** What people live through with Aisha, told against the assembled program over real HTTP. */
@NullMarked
package app.aisha.app.story;

import org.jspecify.annotations.NullMarked;
