/** Who uses Aisha: a person, the chat that reaches them and the language they read. */
@NullMarked
package app.aisha.core.account;

import org.jspecify.annotations.NullMarked;
