package app.aisha.adapters.postgres;

import app.aisha.adapters.postgres.generated.enums.Aspectratio;
import app.aisha.adapters.postgres.generated.enums.Photoretention;
import app.aisha.adapters.postgres.generated.tables.records.UsersRecord;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.KnownPerson;
import app.aisha.core.account.Language;
import app.aisha.core.account.PhotoRetention;
import app.aisha.core.account.Preferences;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Vocabulary;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** People as rows and back. */
final class UserRows {

    private UserRows() {}

    static User user(UsersRecord row) {
        return new User(
                new UserId(row.getId()),
                new ChatId(row.getChatId()),
                row.getName(),
                Language.valueOf(row.getLanguage()),
                ZoneId.of(row.getZone()),
                row.getReachable(),
                preferences(row));
    }

    static KnownPerson knownPerson(UsersRecord row) {
        return new KnownPerson(user(row), Optional.ofNullable(row.getUsername()));
    }

    /** Only the columns of the preferences. */
    static UsersRecord row(Preferences preferences) {
        var row = new UsersRecord();
        row.setRecognitionLanguage(preferences.recognitionLanguage().orElse(null));
        row.setConfirmsQuotes(preferences.confirmsQuotes());
        row.setDefaultRatio(Aspectratio.lookupLiteral(preferences.defaultRatio().wireName()));
        row.setEnrichesPrompts(preferences.enrichesPrompts());
        row.setPhotoRetention(
                Photoretention.lookupLiteral(preferences.photoRetention().name().toLowerCase(Locale.ROOT)));
        row.setShowsProgress(preferences.showsProgress());
        row.setVocabulary(preferences.vocabulary().terms().toArray(String[]::new));
        return row;
    }

    private static Preferences preferences(UsersRecord row) {
        return new Preferences(
                Optional.ofNullable(row.getRecognitionLanguage()),
                row.getConfirmsQuotes(),
                ratio(row.getDefaultRatio()),
                row.getEnrichesPrompts(),
                PhotoRetention.valueOf(row.getPhotoRetention().getLiteral().toUpperCase(Locale.ROOT)),
                row.getShowsProgress(),
                new Vocabulary(List.of(row.getVocabulary())));
    }

    private static AspectRatio ratio(Aspectratio stored) {
        return Arrays.stream(AspectRatio.values())
                .filter(ratio -> ratio.wireName().equals(stored.getLiteral()))
                .findAny()
                .orElseThrow();
    }
}
