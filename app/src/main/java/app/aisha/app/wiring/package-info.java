/** Which adapter stands behind which port, a room for each feature and back end. */
@NullMarked
package app.aisha.app.wiring;

import org.jspecify.annotations.NullMarked;
