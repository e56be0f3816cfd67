package app.aisha.adapters.postgres;

import static app.aisha.core.transcript.TranscriptExamples.ready;
import static app.aisha.core.transcript.TranscriptExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.transcript.TranscriptSearch;
import app.aisha.core.transcript.TranscriptSearchContract;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresTranscriptSearchTest implements TranscriptSearchContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    private final PostgresUsers users =
            new PostgresUsers(DATABASE, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"));

    @Override
    public Transcripts transcripts() {
        return new PostgresTranscripts(DATABASE);
    }

    @Override
    public TranscriptSearch search() {
        return new PostgresTranscriptSearch(DATABASE);
    }

    @Override
    public UserId someone() {
        return users.welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
    }

    @ParameterizedTest
    @CsvSource({
        "КНИГИ лежат на столе, книга",
        "Читаю книгу, книгами",
        "She was running late, run",
        "We run every day, RUNNING",
        "Отправили deploys на сервер, деплой deploy сервера -деплой",
        "Отправили deploys на сервер, deploy серверы",
        "договорились о цене, договориться"
    })
    void formsOfAWordAreOneWord(String text, String words) {
        var dilnara = someone();
        stored(transcripts(), ready(dilnara, text));

        assertThat(found(dilnara, words)).hasSize(words.contains("деплой") ? 0 : 1);
    }

    @Test
    void aTextOfMillionsOfCharactersIsFoundFromItsFirstWordToItsLast() {
        var random = new Random(1);
        var text = new StringBuilder("начало ");
        while (text.length() < 3_000_000) {
            text.append(Long.toString(random.nextLong(1L << 40), 36)).append(' ');
        }
        var dilnara = someone();
        var ready = stored(transcripts(), ready(dilnara, text + "Окончание"));

        assertThat(found(dilnara, "начала окончания")).containsExactly(ready.id());
        assertThat(fragment(dilnara, "окончание")).endsWith(" *Окончание*");
        var middle = text.indexOf(" ", 1_500_000) + 1;
        var word = text.substring(middle, text.indexOf(" ", middle));
        assertThat(fragment(dilnara, word)).contains("*" + word + "*");
        assertThat(found(dilnara, "начало -" + word)).isEmpty();
    }

    @Test
    void aTextWithoutBlanksIsTakenInToo() {
        var dilnara = someone();
        var ready = stored(transcripts(), ready(dilnara, "ж".repeat(250_000) + " конец"));

        assertThat(found(dilnara, "конец")).containsExactly(ready.id());
    }

    @Test
    void whatIsWrittenInSmallPartsOfAStretchKeepsItsPlace() {
        var dilnara = someone();
        stored(transcripts(), ready(dilnara, "🎧 ".repeat(60_000) + "Ёж & Σίσυφος"));

        assertThat(fragment(dilnara, "еж")).endsWith("*Ёж* & Σίσυφος");
    }
}
