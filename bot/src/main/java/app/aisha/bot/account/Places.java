package app.aisha.bot.account;

import app.aisha.core.account.Language;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** Time zones by the places that people know them by. */
final class Places {

    /** Filled when it is first needed. */
    private static final class Names {

        private static final Lexicon<ZoneId> ALL = all();

        private static Lexicon<ZoneId> all() {
            var names = new Lexicon<ZoneId>();
            for (var id : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
                var zone = ZoneId.of(TimeZone.getIanaID(id));
                for (var language : Language.values()) {
                    exemplarCity(id, language).ifPresent(city -> names.add(city, zone));
                }
                names.add(id.substring(id.lastIndexOf('/') + 1), zone);
            }
            var cities = ResourceBundle.getBundle("places.Cities", Locale.ROOT);
            new TreeSet<>(cities.keySet())
                    .forEach(id -> Arrays.stream(cities.getString(id).split(","))
                            .forEach(city -> names.add(city, ZoneId.of(id))));
            return names;
        }
    }

    private Places() {}

    /** The zones of the places of this name in Russian or English, or of this IANA id; several where places share a name. */
    static Set<ZoneId> called(String words) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && id.equalsIgnoreCase(words.strip()))
                .findFirst()
                .map(id -> Set.of(ZoneId.of(id).normalized()))
                .orElseGet(() -> Names.ALL.called(words));
    }

    /** The zones of the places that a person may have meant. */
    static Set<ZoneId> like(String words) {
        return Names.ALL.like(words);
    }

    /** The best known city of a zone, else its offset. */
    static String nameOf(ZoneId zone, Language language) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            return Offsets.nameOf(offset);
        }
        return Optional.ofNullable(TimeZone.getCanonicalID(zone.getId()))
                .flatMap(id -> exemplarCity(id, language))
                .orElseGet(zone::getId);
    }

    private static Optional<String> exemplarCity(String id, Language language) {
        return Optional.ofNullable(
                TimeZoneNames.getInstance(ULocale.forLocale(language.locale())).getExemplarLocationName(id));
    }
}
