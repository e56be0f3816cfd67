package app.aisha.core.transcript;

import static app.aisha.core.transcript.TranscriptExamples.ready;
import static app.aisha.core.transcript.TranscriptExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.transcript.TranscriptSearch.Run;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every search over transcripts promises. */
public interface TranscriptSearchContract {

    /** Where the transcripts are that the search looks through. */
    Transcripts transcripts();

    TranscriptSearch search();

    /** A person without transcripts. */
    UserId someone();

    default List<TranscriptId> found(UserId owner, String words) {
        return search().search(owner, SearchQuery.of(words), Optional.empty(), 5).orElseThrow().items().stream()
                .map(hit -> hit.transcript().id())
                .toList();
    }

    default String fragment(UserId owner, String words) {
        var hit = search().search(owner, SearchQuery.of(words), Optional.empty(), 5)
                .orElseThrow()
                .items()
                .getFirst();
        return hit.fragment().stream()
                .map(run -> run.found() ? "*" + run.text() + "*" : run.text())
                .collect(Collectors.joining());
    }

    @Test
    default void aTextIsFoundByItsWordsWhateverTheirCase() {
        var dilnara = someone();
        var text = stored(transcripts(), ready(dilnara, "Завтра в десять встречаемся у входа."));
        stored(transcripts(), ready(dilnara, "Совсем другое."));

        assertThat(found(dilnara, "завтра ДЕСЯТЬ")).containsExactly(text.id());
        assertThat(found(dilnara, "завтра послезавтра")).isEmpty();
    }

    @Test
    default void titlesAndFileNamesAreFoundInEveryState() {
        var dilnara = someone();
        var voice = TranscriptExamples.aVoice();
        var named = stored(
                transcripts(),
                TranscriptExamples.queued(
                        dilnara,
                        new Recording(
                                voice.message(),
                                voice.file(),
                                Recording.Kind.AUDIO,
                                Optional.of("Отчёт_май-2026.mp3"),
                                Duration.ZERO,
                                0)));
        var titled = stored(transcripts(), ready(dilnara, "Слово за слово.").renamed("Планёрка"));

        assertThat(found(dilnara, "отчёт")).containsExactly(named.id());
        assertThat(found(dilnara, "2026.mp3")).containsExactly(named.id());
        assertThat(found(dilnara, "планёрка слово")).containsExactly(titled.id());
        assertThat(fragment(dilnara, "планёрка")).startsWith("Слово за слово");
    }

    @Test
    default void aNewTitleTakesThePlaceOfTheOld() {
        var dilnara = someone();
        var titled = stored(transcripts(), ready(dilnara, "text").renamed("Alpha"));

        transcripts().save(titled.renamed("Beta"));

        assertThat(found(dilnara, "alpha")).isEmpty();
        assertThat(found(dilnara, "beta")).containsExactly(titled.id());
    }

    @Test
    default void yoIsYe() {
        var dilnara = someone();
        var text = stored(transcripts(), ready(dilnara, "Нашёл всё: ёлка и мёд."));

        for (var words : List.of("елка", "ёлка", "МЕД", "мёд", "нашел")) {
            assertThat(found(dilnara, words)).as(words).containsExactly(text.id());
        }
        assertThat(fragment(dilnara, "елка")).contains("*ёлка*");
    }

    @Test
    default void whatWasFoundIsMarkedAsItWasWritten() {
        var dilnara = someone();
        stored(transcripts(), ready(dilnara, "Цена <b>Проекта</b> — & \"смета\" \uE000 готова."));

        assertThat(fragment(dilnara, "проекта")).contains("Цена <b>*Проекта*</b> — & \"смета\"");
    }

    @Test
    default void quotesMinusAndOrAreUnderstood() {
        var dilnara = someone();
        var first = stored(transcripts(), ready(dilnara, "красный дом стоит"));
        var second = stored(transcripts(), ready(dilnara, "дом красный лежит"));

        assertThat(found(dilnara, "\"красный дом\"")).containsExactly(first.id());
        assertThat(found(dilnara, "дом -лежит")).containsExactly(first.id());
        assertThat(found(dilnara, "стоит или лежит")).containsExactly(second.id(), first.id());
        assertThat(found(dilnara, "стоит or лежит")).containsExactly(second.id(), first.id());
    }

    @Test
    default void nobodyFindsWhatIsAnothers() {
        stored(transcripts(), ready(someone(), "secret").renamed("secret"));

        assertThat(found(someone(), "secret")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "и", "the", "и в на", "-secret", "\"\"", "or", "«»", "\0", "''", "%"})
    default void whatSaysNothingIsNotLookedFor(String words) {
        assertThat(search().search(someone(), SearchQuery.of(words), Optional.empty(), 5))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret'); DROP TABLE users; --",
                "secret' & ",
                "secret \\",
                "secret:*",
                "!secret | (",
                "secret <-> ",
                "\"secret",
                "secret $$ {0} ${x} ?",
                "'owner' secret"
            })
    default void oddCharactersAreNoCommands(String words) {
        var dilnara = someone();
        stored(transcripts(), ready(dilnara, "secret drop table users owner x 0"));

        assertThat(found(dilnara, words)).hasSize(1);
    }

    @Test
    default void whatWasFoundTurnsPagesNewestFirst() {
        var dilnara = someone();
        var all = Stream.generate(() -> stored(transcripts(), ready(dilnara, "слово")))
                .limit(11)
                .toList()
                .reversed();
        stored(transcripts(), ready(dilnara, "другое"));

        var first = page(dilnara, Optional.empty());
        var second = page(dilnara, first.older());
        var third = page(dilnara, second.older());

        assertThat(Stream.of(first, second, third)
                        .flatMap(page -> page.items().stream())
                        .map(TranscriptSearch.Hit::transcript))
                .containsExactlyElementsOf(all);
        assertThat(first.newer()).isEmpty();
        assertThat(second.newer()).contains(all.get(0).id());
        assertThat(third.newer()).contains(all.get(5).id());
        assertThat(third.older()).isEmpty();
    }

    private TranscriptSearch.Page page(UserId owner, Optional<TranscriptId> from) {
        return search().search(owner, SearchQuery.of("слово"), from, 5).orElseThrow();
    }

    @Test
    default void withoutATextThereIsNoFragment() {
        var dilnara = someone();
        stored(transcripts(), ready(dilnara, "").renamed("Тишина"));

        assertThat(search().search(dilnara, SearchQuery.of("тишина"), Optional.empty(), 5)
                        .orElseThrow()
                        .items())
                .singleElement()
                .extracting(TranscriptSearch.Hit::fragment)
                .isEqualTo(List.<Run>of());
    }
}
