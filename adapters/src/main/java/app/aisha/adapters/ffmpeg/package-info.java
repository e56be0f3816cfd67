/** Looks into recordings, decodes, cuts and packs them with ffmpeg, as a process of its own. */
@NullMarked
package app.aisha.adapters.ffmpeg;

import org.jspecify.annotations.NullMarked;
