package app.aisha.core.account;

/** The private chat that reaches a person. Telegram's ids need 52 bits. */
public record ChatId(long value) {}
