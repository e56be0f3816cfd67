package app.aisha.simulators.openai;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decodes uploads and hears in them what was scripted. */
final class Recogniser {

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    private final AudioDecoder decoder;
    private final Script script;

    Recogniser(AudioDecoder decoder, Script script) {
        this.decoder = decoder;
        this.script = script;
    }

    /** Empty when the file is no audio. */
    Optional<Sound> decode(Multipart.Part file, CallNotes notes) throws IOException {
        var sound = decoder.decode(file.open());
        sound.ifPresent(notes::sound);
        return sound;
    }

    /**
     * What is heard.
     *
     * @param told the languages the request names; empty to find out
     * @param invents whether silence is heard as a caption
     */
    Transcript transcript(Sound sound, List<String> told, boolean invents, CallNotes notes) {
        var language = told.isEmpty() ? "en" : told.getFirst();
        var inRussian = language.equals("ru");
        if (sound.allSilent()) {
            var invented = inRussian ? "Продолжение следует..." : "Thanks for watching!";
            var text = invents ? invented : "";
            return Transcript.spread(text, language, sound.seconds(), true);
        }
        var located = script.locate(sound);
        if (located.isPresent()) {
            notes.offset(located.get().offset());
            var heard = located.get().text();
            return new Transcript(heard, located.get().words(), spokenIn(heard, told), sound.seconds(), false);
        }
        var text = script.nextText().orElseGet(() -> simulation(sound.seconds(), inRussian));
        return Transcript.spread(text, spokenIn(text, told), sound.seconds(), false);
    }

    /** The language asked for, else the one whose letters the text is written in. */
    private static String spokenIn(String text, List<String> told) {
        if (!told.isEmpty()) {
            return told.getFirst();
        }
        return CYRILLIC.matcher(text).find() ? "ru" : "en";
    }

    private static String simulation(double seconds, boolean inRussian) {
        return inRussian
                ? String.format(
                        Locale.of("ru"), "Это симуляция: речь не распознавалась. Длительность записи %.1f с.", seconds)
                : String.format(
                        Locale.ROOT,
                        "This is a simulation: no speech was recognised. The recording lasts %.1f s.",
                        seconds);
    }
}
