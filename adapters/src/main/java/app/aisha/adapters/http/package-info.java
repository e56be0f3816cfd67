/** What all clients of foreign HTTP services share: secrets, proxy, forms, waiting and trying again. */
@NullMarked
package app.aisha.adapters.http;

import org.jspecify.annotations.NullMarked;
