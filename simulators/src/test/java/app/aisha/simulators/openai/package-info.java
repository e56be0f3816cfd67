/** The OpenAI stand-in, tried over HTTP. */
@NullMarked
package app.aisha.simulators.openai;

import org.jspecify.annotations.NullMarked;
