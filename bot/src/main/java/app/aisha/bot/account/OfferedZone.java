package app.aisha.bot.account;

import java.time.ZoneId;

/** Time zones that have a button, from west to east; the names are on the wire. */
public enum OfferedZone {
    LOS_ANGELES("America/Los_Angeles"),
    NEW_YORK("America/New_York"),
    LONDON("Europe/London"),
    BERLIN("Europe/Berlin"),
    KALININGRAD("Europe/Kaliningrad"),
    MOSCOW("Europe/Moscow"),
    DUBAI("Asia/Dubai"),
    YEKATERINBURG("Asia/Yekaterinburg"),
    ALMATY("Asia/Almaty"),
    NOVOSIBIRSK("Asia/Novosibirsk"),
    IRKUTSK("Asia/Irkutsk"),
    SINGAPORE("Asia/Singapore"),
    VLADIVOSTOK("Asia/Vladivostok"),
    SYDNEY("Australia/Sydney");

    private final ZoneId zone;

    OfferedZone(String id) {
        this.zone = ZoneId.of(id);
    }

    ZoneId zone() {
        return zone;
    }
}
