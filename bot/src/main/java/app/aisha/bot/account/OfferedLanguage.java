package app.aisha.bot.account;

import java.util.Locale;

/** Languages of recordings that have a button; the names are on the wire. */
public enum OfferedLanguage {
    RU,
    EN,
    UK,
    BE,
    KK,
    DE,
    FR,
    ES,
    IT,
    PT,
    PL,
    TR,
    ZH,
    JA,
    AR,
    HI;

    /** ISO 639-1. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
