package app.aisha.bot.account;

import app.aisha.bot.screen.Text;
import app.aisha.core.account.User;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Understands a language or a place that a person wrote. Guesses are offered, never taken. */
final class WrittenAnswers {

    private static final int MOST_GUESSES = 5;
    private static final Set<String> AUTOMATIC = Set.of("auto", "automatic", "авто", "автоматически");

    /** What an answer came to. */
    sealed interface Answer<T> {

        record Meant<T>(T value) implements Answer<T> {}

        /** What to tell the person, who is asked again. */
        record Unclear<T>(Text why) implements Answer<T> {}
    }

    private final SettingsScreens screens;

    WrittenAnswers(SettingsScreens screens) {
        this.screens = screens;
    }

    /** Empty where the recogniser shall find out. */
    Answer<Optional<String>> language(String words, User user) {
        if (AUTOMATIC.stream().anyMatch(words.strip()::equalsIgnoreCase)) {
            return new Answer.Meant<>(Optional.empty());
        }
        var called = SpokenLanguages.called(words);
        if (called.size() == 1) {
            return new Answer.Meant<>(Optional.of(called.iterator().next()));
        }
        var guesses = called.isEmpty() ? SpokenLanguages.like(words) : called;
        return new Answer.Unclear<>(
                guesses.isEmpty()
                        ? new AccountText.UnknownLanguage()
                        : new AccountText.PerhapsLanguage(
                                listed(guesses, code -> SpokenLanguages.nameOf(code, user.language()))));
    }

    Answer<ZoneId> zone(String words, User user) {
        return switch (Offsets.read(words)) {
            case Offsets.Reading.Offset(var offset) -> new Answer.Meant<>(offset);
            case Offsets.Reading.Impossible _ -> new Answer.Unclear<>(new AccountText.ImpossibleOffset());
            case Offsets.Reading.SomethingElse _ -> place(words, user);
        };
    }

    private Answer<ZoneId> place(String words, User user) {
        var called = Places.called(words);
        if (called.size() == 1) {
            return new Answer.Meant<>(called.iterator().next());
        }
        if (!called.isEmpty()) {
            return new Answer.Unclear<>(new AccountText.SeveralPlaces(listed(called, zone -> described(zone, user))));
        }
        var guesses = Places.like(words);
        return new Answer.Unclear<>(
                guesses.isEmpty()
                        ? new AccountText.UnknownPlace()
                        : new AccountText.PerhapsPlace(listed(guesses, zone -> described(zone, user))));
    }

    private String described(ZoneId zone, User user) {
        var time = screens.localTime(zone, user.language());
        return "%s (%s)".formatted(time.place(), time.time());
    }

    private static <T> String listed(Collection<T> guesses, Function<T, String> name) {
        return guesses.stream().limit(MOST_GUESSES).map(name).collect(Collectors.joining(", "));
    }
}
