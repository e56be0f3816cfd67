/** Whether what the program depends on is as it has to be. */
@NullMarked
package app.aisha.core.checkup;

import org.jspecify.annotations.NullMarked;
