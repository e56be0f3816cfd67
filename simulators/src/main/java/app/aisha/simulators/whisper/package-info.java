/** Models for whisper.cpp that are small enough to be written anew for each test. */
@NullMarked
package app.aisha.simulators.whisper;

import org.jspecify.annotations.NullMarked;
