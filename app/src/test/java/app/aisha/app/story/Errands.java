package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Four people new to the bot who at the same time want something of it: two a free recording, one a paid one, one a picture.
 * Each has an end that can be seen from outside and is to come once.
 */
final class Errands implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final TalkingTones TALK = TalkingTones.lasting(130, 2_627);

    private final Fleet fleet;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Errand>> errands = new ArrayList<>();

    /** What somebody wanted, once the last tap for it was made. */
    private sealed interface Errand {

        /** A recording that was sent as this message. */
        record Recording(Person person, int message, long balance) implements Errand {}

        record Picture(Person person) implements Errand {}
    }

    Errands(Fleet fleet) {
        this.fleet = fleet;
        fleet.speech().post("/text", "{\"text\": \"Said once.\"}");
    }

    /** Sends the four on their way. */
    void begin() {
        List<Callable<Errand>> all = List.of(this::voice, this::voice, this::paidTalk, this::picture);
        all.forEach(errand -> errands.add(people.submit(errand)));
    }

    private Errand voice() {
        var person = fleet.person("Vera");
        return new Errand.Recording(person, person.sendsVoice("note-en.ogg"), 100);
    }

    private Errand paidTalk() {
        var person = fleet.person("Paul");
        var message = person.sends("audio", "talk.wav", TALK.wav());
        person.seesInReplyTo(message, "Transcribing it costs 20 credits");
        person.taps("✅ Transcribe for 20 credits");
        return new Errand.Recording(person, message, 80);
    }

    private Errand picture() {
        var person = fleet.person("Petra");
        person.says("/picture");
        person.taps("📷 Right from photos, no training");
        person.sees("Send one to");
        person.sends("photo", "photo.jpg", PhotoSession.portraits(1, 11).getFirst());
        person.sees("I have the photo");
        person.says("on the Moon in a spacesuit");
        person.sees("This is what it will be");
        person.taps(person.labelWith("🎨 Create"));
        return new Errand.Picture(person);
    }

    /** Waits until all errands are over and checks each. */
    void areOver() throws Exception {
        for (var errand : errands) {
            switch (errand.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                case Errand.Recording recording -> check(recording);
                case Errand.Picture picture -> check(picture);
            }
        }
    }

    private void check(Errand.Recording recording) {
        Moment.when(
                () -> "the text for %s in %s"
                        .formatted(recording.person().id(), recording.person().heard()),
                () -> Optional.of(texts(recording)).filter(count -> count > 0));
        assertThat(money(recording.person())).isEqualTo(recording.balance() + " 0");
    }

    /** A picture whose request died between intent and submission is lost and costs nothing. */
    private void check(Errand.Picture picture) {
        var end = Moment.when(
                () -> "the end of the picture of " + picture.person().id(),
                () -> of(picture.person(), """
                    SELECT status::text FROM pictures JOIN users ON users.id = user_id WHERE chat_id = ?
                    AND status NOT IN ('queued', 'painting', 'storing')
                    """).query(String.class).optional());
        assertThat(money(picture.person())).isEqualTo(end.equals("ready") ? "95 0" : "100 0");
    }

    /** What is free and what is set aside; who never paid has no account yet. */
    private String money(Person person) {
        return of(
                        person,
                        "SELECT concat_ws(' ', free, held) FROM wallets JOIN users ON users.id = user_id WHERE chat_id"
                                + " = ?")
                .query(String.class)
                .optional()
                .orElse("100 0");
    }

    private JdbcClient.StatementSpec of(Person person, String question) {
        return fleet.database().sql(question).param(Long.parseLong(person.id()));
    }

    private static long texts(Errand.Recording recording) {
        return recording
                .person()
                .repliesTo(recording.message())
                .filter(reply -> Person.textOf(reply).contains("Said once."))
                .count();
    }

    /** How many texts came more than once. */
    long doubled() throws Exception {
        var doubled = 0L;
        for (var errand : errands) {
            if (errand.get() instanceof Errand.Recording recording) {
                doubled += texts(recording) - 1;
            }
        }
        return doubled;
    }

    int count() {
        return errands.size();
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
