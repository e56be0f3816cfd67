/** Commands that look after people and their credits. */
@NullMarked
package app.aisha.app.console;

import org.jspecify.annotations.NullMarked;
