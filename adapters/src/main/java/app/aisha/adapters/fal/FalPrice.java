package app.aisha.adapters.fal;

import java.math.BigDecimal;

/**
 * What FAL asks for one unit at present.
 *
 * @param endpoint such as {@code fal-ai/flux-lora-portrait-trainer}
 * @param unit what is counted, in FAL's words; may be blank
 * @param currency such as {@code USD}; may be blank
 */
public record FalPrice(String endpoint, BigDecimal unitPrice, String unit, String currency) {}
