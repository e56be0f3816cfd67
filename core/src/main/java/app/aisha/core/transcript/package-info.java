/** From a recording to its text: states, the steps between them and the ports they need. */
@NullMarked
package app.aisha.core.transcript;

import org.jspecify.annotations.NullMarked;
