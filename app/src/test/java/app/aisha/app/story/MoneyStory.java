package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a recording costs, from the price that is shown to the receipt that explains it. */
class MoneyStory {

    private static final TalkingTones TALK = TalkingTones.lasting(130, 2_611);

    private final Town town = Town.with(Town.Intake.POLLING);

    @BeforeEach
    void calm() {
        town.calm();
    }

    @Test
    void aLongRecordingIsPaidForOnceItsPriceWasAgreedTo() {
        var dilnara = town.person("Диля", "ru");
        town.hears("Сказано.");

        var message = sends(dilnara);
        var offer = Person.textOf(dilnara.seesInReplyTo(message, "Расшифровка стоит 20 кредитов"));
        assertThat(offer).contains("talk.wav · 2:10", "На балансе: 100 кредитов", "первые 60 секунд — бесплатно");
        assertThat(balanceOf(dilnara)).isEqualTo("100 0");
        dilnara.taps("✅ Расшифровать за 20 кредитов");

        assertThat(Person.textOf(dilnara.seesInReplyTo(message, "📝 talk.wav"))).contains("💳 Списано: 20 кредитов");
        assertThat(dilnara.repliesTo(message)).hasSize(1);
        assertThat(balanceOf(dilnara)).isEqualTo("80 0");
        dilnara.says("/profile");
        dilnara.sees("Баланс: 80 кредитов");
        dilnara.taps("🧾 История");
        dilnara.sees("Сейчас: 80 кредитов");
        dilnara.taps("✅ списано 20 · talk.wav");
        assertThat(Person.textOf(dilnara.sees("Операция № 3"))).contains("Оплачено: talk.wav", "списано: 20 кредитов");
        dilnara.taps("📝 Открыть расшифровку");
        dilnara.seesLast("📝 talk.wav");
    }

    @Test
    void aFailedTranscriptionCostsNothingAndSaysWhyOnce() {
        var john = town.person("John", "en");
        town.speech().post("/faults", "{\"kind\": \"too_large\", \"path\": \"transcriptions\"}");
        var message = sends(john);
        john.seesInReplyTo(message, "Transcribing it costs 20 credits");

        john.taps("✅ Transcribe for 20 credits");

        assertThat(Person.textOf(john.seesInReplyTo(message, "The recognition service did not accept")))
                .contains("Nothing was charged. Back on your balance: 20 credits");
        assertThat(john.repliesTo(message)).hasSize(1);
        assertThat(balanceOf(john)).isEqualTo("100 0");
        john.says("/profile");
        john.sees("Balance: 100 credits");
        john.taps("🧾 History");
        john.taps("↩️ +20 · talk.wav");
        assertThat(Person.textOf(john.sees("Receipt no. 3")))
                .contains("Nothing was charged", "The recognition service did not accept this recording");
    }

    @Test
    void cancelledBeforeAndAfterTheAgreementItCostsNothing() {
        var john = town.person("John", "en");
        var first = sends(john);
        john.seesInReplyTo(first, "Transcribing it costs 20 credits");
        john.taps("✖️ Cancel");
        john.seesInReplyTo(first, "🚫 Transcription cancelled");

        town.speech().post("/faults", "{\"kind\": \"unauthorized\", \"path\": \"transcriptions\"}");
        var second = sends(john);
        john.seesInReplyTo(second, "Transcribing it costs 20 credits");
        john.taps("✅ Transcribe for 20 credits");
        john.seesInReplyTo(second, "is not answering");
        john.taps("✖️ Cancel");

        john.seesInReplyTo(second, "Back on your balance: 20 credits");
        assertThat(balanceOf(john)).isEqualTo("100 0");
    }

    @Test
    void whoeverIsAskedNoMorePaysWithoutATap() {
        var john = town.person("John", "en");
        town.hears("Said.");
        john.says("/settings");
        john.taps(john.labelWith("Ask before spending"));
        Moment.when("the setting stored", () -> Optional.of(john).filter(it -> !asks(it)));

        var message = sends(john);

        john.seesInReplyTo(message, "💳 Charged: 20 credits");
    }

    @Test
    void oneWhoHasTooLittleIsToldHowMuchIsMissing() {
        var john = town.person("John", "en");
        john.says("/profile");
        john.sees("Balance: 100 credits");
        town.takes(john, 90);

        var message = sends(john);

        var offer = john.seesInReplyTo(message, "Missing: 10 credits");
        assertThat(Person.labels(offer)).contains("⭐ Top up", "✅ Transcribe for 20 credits", "✖️ Cancel");
        john.taps("✅ Transcribe for 20 credits");
        Moment.when(
                "the toast in " + john.toasts(),
                () -> john.toasts().stream()
                        .filter("Missing on your balance: 10 credits"::equals)
                        .findAny());
        assertThat(balanceOf(john)).isEqualTo("10 0");
    }

    private static int sends(Person person) {
        return person.sends("audio", "talk.wav", TALK.wav());
    }

    private String balanceOf(Person person) {
        return town.database()
                .sql("SELECT free || ' ' || held FROM wallets JOIN users ON users.id = user_id WHERE chat_id = ?")
                .param(Long.parseLong(person.id()))
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse("100 0");
    }

    private boolean asks(Person person) {
        return town.database()
                .sql("SELECT confirms_quotes FROM users WHERE chat_id = ?")
                .param(Long.parseLong(person.id()))
                .query(Boolean.class)
                .single();
    }
}
