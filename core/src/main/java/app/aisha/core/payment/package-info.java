/** Buying credits with Telegram Stars, and promo codes. */
@NullMarked
package app.aisha.core.payment;

import org.jspecify.annotations.NullMarked;
