/** Speech recognition on this machine by whisper.cpp, and the models for it. */
@NullMarked
package app.aisha.adapters.whisper;

import org.jspecify.annotations.NullMarked;
