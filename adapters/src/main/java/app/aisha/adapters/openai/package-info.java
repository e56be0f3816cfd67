/** Clients of OpenAI's API and of the servers compatible with it. */
@NullMarked
package app.aisha.adapters.openai;

import org.jspecify.annotations.NullMarked;
