package app.aisha.core.digest;

import static app.aisha.core.digest.Desk.claim;
import static app.aisha.core.digest.Desk.task;
import static app.aisha.core.digest.Desk.texts;
import static app.aisha.core.digest.ScriptedDigester.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.aisha.core.transcript.Passage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MakeDigestTest {

    private static final String SALES = "Продажи выросли на десять процентов за квартал";
    private static final String OFFICE = "Новый офис открываем весной в Караганде";
    private static final String HIRING = "Ищем двух бухгалтеров и одного юриста";
    private static final Draft.Claim INVENTED = claim("Всё сгорело", "склад сгорел вчера ночью дотла", 0);

    private final Desk desk = new Desk();

    private Digest made(Request request) throws InterruptedException {
        return desk.made(desk.asked(desk.transcript(SALES, OFFICE, HIRING), request));
    }

    private DigestProblem problem(Request request) throws InterruptedException {
        return ((Digest.Failed) made(request)).problem();
    }

    @Test
    void whatIsBorneOutIsKeptWithItsPlaceAndTheRestIsCounted() throws Exception {
        desk.digester.answers(
                (_, _) -> written(new Draft.Summary(List.of(claim("Продажи растут", SALES, 3), INVENTED))));

        var ready = (Digest.Ready) made(new Request.Summary());

        assertThat(ready.content())
                .isEqualTo(new Content.Summary(
                        List.of(new Content.Statement("Продажи растут", Optional.of(Duration.ofSeconds(3))))));
        assertThat(ready.omitted()).isEqualTo(1);
        assertThat(ready.model()).isEqualTo("scripted");
        assertThat(desk.told()).containsExactly("Begun", "Over");
    }

    @Test
    void theModelIsToldTheLanguageAndTheDayOfTheOwner() throws Exception {
        desk.digester.answers((_, excerpt) -> written(Desk.everything(excerpt)));
        desk.clock.advance(Duration.ofHours(10));

        made(new Request.Summary());

        var excerpt = desk.digester.calls().getFirst().excerpt();
        assertThat(excerpt.language()).contains("ru");
        assertThat(excerpt.recordedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(excerpt.passages()).extracting(Passage::text).containsExactly(SALES, OFFICE, HIRING);
    }

    @Test
    void aModelThatWillNotIsNotAskedAgain() throws Exception {
        desk.digester.answers((_, _) -> new Digester.Answer.Refused("no"));

        assertThat(problem(new Request.Summary())).isEqualTo(DigestProblem.REFUSED);
        assertThat(desk.digester.calls()).hasSize(1);
        assertThat(desk.told()).containsExactly("Begun", "Over");
    }

    @Test
    void whatCannotBeReadIsAskedForOnceMore() throws Exception {
        var calls = new AtomicInteger();
        desk.digester.answers((_, excerpt) ->
                calls.incrementAndGet() == 1 ? new Digester.Answer.Garbled() : written(Desk.everything(excerpt)));
        assertThat(made(new Request.Summary())).isInstanceOf(Digest.Ready.class);
        assertThat(calls).hasValue(2);

        desk.digester.answers((_, _) -> new Digester.Answer.Garbled());
        assertThat(problem(new Request.Summary())).isEqualTo(DigestProblem.UNFOUNDED);

        desk.digester.answers((_, _) -> written(new Draft.ToDo(List.of())));
        assertThat(problem(new Request.Summary())).isEqualTo(DigestProblem.UNFOUNDED);
    }

    @Test
    void whatIsInventedAltogetherIsAskedForOnceMoreAndThenFails() throws Exception {
        for (var draft : List.of(
                new Draft.Summary(List.of(INVENTED)),
                new Draft.Summary(List.of()),
                new Draft.Protocol(List.of("Мария"), List.of(), List.of(), List.of(INVENTED), List.of()))) {
            var request = draft instanceof Draft.Summary ? new Request.Summary() : new Request.Protocol();
            var before = desk.digester.calls().size();
            desk.digester.answers((_, _) -> written(draft));

            assertThat(problem(request)).isEqualTo(DigestProblem.UNFOUNDED);
            assertThat(desk.digester.calls()).hasSize(before + 2);
        }
        desk.digester.answers((_, _) -> written(new Draft.Answer(List.of(INVENTED))));
        assertThat(problem(new Request.Question("Что сгорело?"))).isEqualTo(DigestProblem.UNFOUNDED);
    }

    @Test
    void nothingToDoAndNoAnswerAreResults() throws Exception {
        desk.digester.answers((_, _) -> written(new Draft.ToDo(List.of())));
        assertThat(((Digest.Ready) made(new Request.ToDo())).content()).isEqualTo(new Content.ToDo(List.of()));

        desk.digester.answers((_, _) -> written(new Draft.Answer(List.of())));
        assertThat(((Digest.Ready) made(new Request.Question("Кто звонил?"))).content())
                .isEqualTo(new Content.Answer(List.of()));
        assertThat(desk.digester.calls()).hasSize(2);
    }

    @Test
    void aLongTranscriptIsReadInPartsOfWholePassages() throws Exception {
        desk.digester.holds(60);
        desk.digester.answers((_, excerpt) -> written(Desk.everything(excerpt)));

        var ready = (Digest.Ready) made(new Request.Summary());

        assertThat(desk.digester.calls())
                .extracting(call ->
                        call.excerpt().passages().stream().map(Passage::text).toList())
                .containsExactly(List.of(SALES), List.of(OFFICE), List.of(HIRING));
        assertThat(desk.outbox.posted(DigestNotice.Reading.class))
                .extracting(DigestNotice.Reading::done, DigestNotice.Reading::total)
                .containsExactly(tuple(0, 3), tuple(1, 3), tuple(2, 3));
        assertThat(texts(((Content.Summary) ready.content()).points())).containsExactly(SALES, OFFICE, HIRING);
    }

    @Test
    void thePointsOfManyPartsBecomeFewerWithTheirPlaces() throws Exception {
        desk.digester.holds(100);
        desk.digester.answers((_, excerpt) -> {
            var last = excerpt.passages().getLast();
            return written(
                    desk.digester.calls().size() <= 2
                            ? Desk.everything(excerpt)
                            : new Draft.Summary(List.of(claim(last.text() + " и ещё", last.text(), 999), INVENTED)));
        });

        var ready = (Digest.Ready) made(new Request.Summary());

        assertThat(((Content.Summary) ready.content()).points())
                .containsExactly(new Content.Statement(HIRING + " и ещё", Optional.of(Duration.ofSeconds(20))));
        assertThat(ready.omitted()).isEqualTo(2);
        assertThat(desk.digester.calls().stream().skip(2))
                .extracting(call ->
                        call.excerpt().passages().stream().map(Passage::text).toList())
                .containsExactly(List.of(SALES, OFFICE), List.of(OFFICE + " и ещё", HIRING));
    }

    @Test
    void pointsThatCannotBeCondensedStayAsTheyAre() throws Exception {
        desk.digester.holds(100);
        desk.digester.answers((_, excerpt) ->
                desk.digester.calls().size() <= 2 ? written(Desk.everything(excerpt)) : new Digester.Answer.Garbled());

        var ready = (Digest.Ready) made(new Request.Summary());

        assertThat(texts(((Content.Summary) ready.content()).points())).containsExactly(SALES, OFFICE, HIRING);
    }

    @Test
    void partsOfAProtocolAreJoinedAndWhatIsTheSameIsSaidOnce() throws Exception {
        desk.digester.holds(100);
        desk.digester.answers((request, excerpt) -> {
            if (request instanceof Request.Summary) {
                return written(new Draft.Summary(
                        List.of(Desk.everything(excerpt).points().getFirst())));
            }
            var said = Desk.everything(excerpt).points();
            var decision = claim("Открыть офис в Караганде", OFFICE, 10);
            return written(new Draft.Protocol(
                    List.of("бухгалтеров", "бухгалтера"),
                    said,
                    said,
                    List.of(decision),
                    List.of(task("Открыть офис в Караганде", OFFICE, 10), INVENTED_TASK)));
        });

        var protocol = (Content.Protocol) ((Digest.Ready) made(new Request.Protocol())).content();

        assertThat(protocol.participants()).containsExactly("бухгалтеров");
        assertThat(texts(protocol.agenda())).containsExactly(SALES, OFFICE, HIRING);
        assertThat(texts(protocol.discussion())).containsExactly(SALES);
        assertThat(texts(protocol.decisions())).containsExactly("Открыть офис в Караганде");
        assertThat(protocol.tasks()).extracting(Content.Task::what).containsExactly("Открыть офис в Караганде");
    }

    private static final Draft.Task INVENTED_TASK = task("Потушить склад", "склад сгорел вчера ночью", 0);

    @Test
    void anAnswerTakesFromAllPartsAtMostTen() throws Exception {
        desk.digester.holds(220);
        desk.digester.answers((_, excerpt) ->
                written(new Draft.Answer(Desk.everything(excerpt).points())));
        var transcript = desk.transcript("""
            alpha one, bravo two, charlie three, delta four, echo five, foxtrot six,
            golf seven, hotel eight, india nine, juliett ten, kilo eleven, lima twelve,
            mike thirteen, november fourteen, oscar fifteen, papa sixteen, quebec seventeen, romeo eighteen,
            sierra nineteen, tango twenty, uniform twentyone, victor twentytwo\
            """.split(",\\s+"));

        var answer = (Content.Answer)
                ((Digest.Ready) desk.made(desk.asked(transcript, new Request.Question("Which words?")))).content();

        assertThat(desk.digester.calls()).hasSize(2);
        assertThat(texts(answer.statements())).hasSize(10).contains("alpha one", "echo five");
        assertThat(answer.statements())
                .isSortedAccordingTo(
                        Comparator.comparing(statement -> statement.at().orElseThrow()));
        assertThat(answer.statements().getLast().at().orElseThrow()).isGreaterThan(Duration.ofSeconds(100));
    }
}
