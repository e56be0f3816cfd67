/** Tests of the fal.ai simulator, all over HTTP where there is HTTP. */
@NullMarked
package app.aisha.simulators.fal;

import org.jspecify.annotations.NullMarked;
