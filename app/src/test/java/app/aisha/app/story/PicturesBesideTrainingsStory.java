package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.simulators.fal.FalSettings;
import app.aisha.simulators.fal.FalSettings.Timing;
import app.aisha.simulators.fal.FalSimulator;
import app.aisha.simulators.fal.Plan;
import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings never starve pictures: FAL runs two requests of the account at a time, three trainings that do not end are in line,
 * and somebody else's pictures come nevertheless.
 */
class PicturesBesideTrainingsStory {

    private static final int PLACES = 2;
    private static final int TRAININGS = 3;
    private static final int PICTURES = 4;
    private static final Duration PAINTING = Duration.ofSeconds(1);
    private static final String TRAINER = "fal-ai/flux-lora-portrait-trainer";
    private static final String EDITOR = "fal-ai/nano-banana/edit";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void picturesComeWhileTrainingsAreHeld() throws Exception {
        var timing = new Timing(Duration.ofSeconds(1), PAINTING, Duration.ofMillis(500));
        var ffmpeg = Town.ffmpeg();
        try (var telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory());
                var words = OpenAiSimulator.start(OpenAiSettings.anyPort(ffmpeg.program(), ffmpeg.environment()));
                var fal = FalSimulator.start(
                        FalSettings.sandbox().withConcurrency(PLACES).withTiming(timing));
                var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), _ -> {});
                var household = new Household(
                        folder.resolve("program"), telegram.root(), variables(fal, words.address(), postgres))) {
            household.runs();
            var town = new Control(telegram.root());
            fal.control().plan(Plan.nextTraining().times(TRAININGS).hold());
            var waiting = trainings(town);
            Moment.when(
                    "a training at FAL",
                    () -> Optional.of(fal.control().accepted(TRAINER)).filter(count -> count > 0));

            var longest = pictures(town);

            assertThat(fal.control().accepted(TRAINER)).as("trainings at FAL").isOne();
            assertThat(fal.control().accepted(EDITOR)).isEqualTo(PICTURES);
            waiting.forEach(person -> person.neverSees("готов!"));
            System.out.printf(
                    "Pictures beside trainings: %d pictures while %d trainings are held, %d places at FAL, %d ms each"
                            + " to paint, longest wait %d ms%n",
                    PICTURES, TRAININGS, PLACES, PAINTING.toMillis(), longest.toMillis());
            fal.control().releaseAll();
            waiting.forEach(person -> {
                fal.control().releaseAll();
                sees(person, fal);
            });
        }
    }

    /** The next one is held as well once it has its turn. */
    private static void sees(Person person, FalSimulator fal) {
        Moment.when("a ready avatar", Duration.ofMinutes(2), () -> {
            fal.control().releaseAll();
            return person.heard().stream()
                    .filter(text -> text.contains("готов!"))
                    .findFirst();
        });
    }

    private static List<Person> trainings(Control town) {
        var session = new AvatarSession(town);
        var people = new ArrayList<Person>();
        for (var training = 1; training <= TRAININGS; training++) {
            var name = "Очередь " + training;
            var person = session.withPhotos(name, 10);
            session.agrees(person, name);
            people.add(person);
        }
        return people;
    }

    /** How long it took from the consent to the last picture. */
    private static Duration pictures(Control town) {
        var petr = new Person(town, "Пётр", "ru");
        petr.says("/picture");
        petr.taps("📷 Сразу по фото, без обучения");
        petr.sends("photo", "photo.jpg", PhotoSession.portraits(1, 11).getFirst());
        petr.sees("Фото у меня");
        petr.says("на Луне в скафандре");
        petr.sees("Вот что получится");
        petr.taps(String.valueOf(PICTURES));
        var create = petr.labelWith("🎨 Создать " + PICTURES);
        var begin = System.nanoTime();
        petr.taps(create);
        petr.sees(PICTURES + " картинки");
        Moment.when(
                "the album",
                () -> Optional.of(petr.fromTheBot()
                                .filter(message -> message.has("photo"))
                                .count())
                        .filter(count -> count == PICTURES));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Map<String, String> variables(FalSimulator fal, URI words, EmbeddedPostgres postgres)
            throws IOException {
        var talk = Map.of(
                "OPENAI_API_KEY", "story-key",
                "OPENAI_BASE_URL", words + "/v1",
                "OPENAI_SPEECH_PROBE", "never",
                "FAL_TRAININGS", "1");
        return Variables.both(talk, Variables.both(Variables.of(fal), Variables.of(postgres)));
    }
}
