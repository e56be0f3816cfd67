/** What the environment says, checked before anything starts. */
@NullMarked
package app.aisha.app.settings;

import org.jspecify.annotations.NullMarked;
