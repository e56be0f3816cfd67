/** A strict stand-in for the OpenAI HTTP API (audio, chat, responses, models) with scripted answers and faults. */
@NullMarked
package app.aisha.simulators.openai;

import org.jspecify.annotations.NullMarked;
