/** The styles of pictures, read from a file that is edited without programming. */
@NullMarked
package app.aisha.adapters.styles;

import org.jspecify.annotations.NullMarked;
