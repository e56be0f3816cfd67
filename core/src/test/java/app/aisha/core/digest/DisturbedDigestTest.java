package app.aisha.core.digest;

import static app.aisha.core.digest.Desk.texts;
import static app.aisha.core.digest.ScriptedDigester.away;
import static app.aisha.core.digest.ScriptedDigester.written;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.work.JobOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes between a digest and its end. */
class DisturbedDigestTest {

    private static final String SALES = "Продажи выросли на десять процентов за квартал";
    private static final String OFFICE = "Новый офис открываем весной в Караганде";
    private static final String HIRING = "Ищем двух бухгалтеров и одного юриста";

    private final Desk desk = new Desk();

    private Digest made(Request request) throws InterruptedException {
        return desk.made(desk.asked(desk.transcript(SALES, OFFICE, HIRING), request));
    }

    private DigestProblem problem(Request request) throws InterruptedException {
        return ((Digest.Failed) made(request)).problem();
    }

    @Test
    void whatIsTooLongForTheModelIsHalved() throws Exception {
        var long1 = (SALES + ". ").repeat(4).strip();
        var long2 = (OFFICE + ". ").repeat(4).strip();
        desk.digester.answers((_, excerpt) ->
                excerpt.passages().size() > 1 ? new Digester.Answer.TooLong() : written(Desk.everything(excerpt)));

        var ready = (Digest.Ready) desk.made(desk.asked(desk.transcript(long1, long2), new Request.Summary()));

        assertThat(texts(((Content.Summary) ready.content()).points())).containsExactly(long1, long2);
    }

    @Test
    void halvingEnds() throws Exception {
        desk.digester.answers((_, _) -> new Digester.Answer.TooLong());

        assertThat(problem(new Request.Summary())).isEqualTo(DigestProblem.INTERNAL);
        assertThat(desk.digester.calls()).hasSize(1);

        var longer = desk.transcript("слово ".repeat(500));
        assertThat(((Digest.Failed) desk.made(desk.asked(longer, new Request.Summary()))).problem())
                .isEqualTo(DigestProblem.INTERNAL);
        assertThat(desk.digester.calls()).hasSizeLessThan(10);
    }

    @Test
    void whileTheModelIsAwayTheWorkIsTriedAgainEverMoreRarely() throws Exception {
        desk.digester.answers((_, _) -> {
            throw away(Duration.ofSeconds(3));
        });
        var asked = desk.asked(desk.transcript(SALES), new Request.Summary());

        assertThat(desk.makeDigest.make(asked.id()))
                .isEqualTo(new JobOutcome.Again(Duration.ofSeconds(3), "the model is away"));
        desk.clock.advance(Duration.ofMinutes(2));
        assertThat(desk.makeDigest.make(asked.id()))
                .isEqualTo(new JobOutcome.Again(Duration.ofSeconds(24), "the model is away"));
        desk.clock.advance(Duration.ofMinutes(28));
        assertThat(desk.makeDigest.make(asked.id())).isInstanceOf(JobOutcome.Again.class);
        assertThat(desk.told()).containsExactly("Begun", "Paused", "Paused", "Paused");

        desk.clock.advance(Duration.ofSeconds(1));

        assertThat(((Digest.Failed) desk.made(asked)).problem()).isEqualTo(DigestProblem.NO_SERVICE);
        assertThat(desk.told()).endsWith("Over");
    }

    @Test
    void aTroubleForTheOperatorIsWaitedForADay() throws Exception {
        desk.digester.answers((_, _) -> {
            throw new Digester.DigesterUnavailable("wrong key", Duration.ofHours(1), true);
        });
        var asked = desk.asked(desk.transcript(SALES), new Request.Summary());
        desk.clock.advance(Duration.ofHours(24));
        assertThat(desk.makeDigest.make(asked.id()))
                .isEqualTo(new JobOutcome.Again(Duration.ofMinutes(1), "wrong key"));

        desk.clock.advance(Duration.ofSeconds(1));

        assertThat(((Digest.Failed) desk.made(asked)).problem()).isEqualTo(DigestProblem.NO_SERVICE);
    }

    @Test
    void whatIsCancelledMeanwhileStaysCancelledAndTheOtherPartsAreNotRead() throws Exception {
        desk.digester.holds(60);
        var asked = desk.asked(desk.transcript(SALES, OFFICE, HIRING), new Request.Summary());
        desk.digester.answers((_, excerpt) -> {
            desk.cancelDigest.cancel(asked.id(), desk.owner);
            return written(Desk.everything(excerpt));
        });

        assertThat(desk.made(asked)).isInstanceOf(Digest.Cancelled.class);
        assertThat(desk.digester.calls()).hasSize(1);
        assertThat(desk.told()).containsExactly("Begun", "Reading", "Over");

        desk.digester.holds(1000);
        var another = desk.asked(desk.transcript(SALES), new Request.Summary());
        desk.digester.answers((_, excerpt) -> {
            desk.cancelDigest.cancel(another.id(), desk.owner);
            return written(Desk.everything(excerpt));
        });
        assertThat(desk.made(another)).isInstanceOf(Digest.Cancelled.class);
    }

    @Test
    void aTranscriptThatIsGoneEndsIt() throws Exception {
        var transcript = desk.transcript(SALES);
        var asked = desk.asked(transcript, new Request.Summary());
        desk.passages.keep(transcript, List.of());

        assertThat(((Digest.Failed) desk.made(asked)).problem()).isEqualTo(DigestProblem.GONE);
        assertThat(desk.digester.calls()).isEmpty();
    }

    @Test
    void whatIsOverOrUnknownIsLeftAlone() throws Exception {
        desk.digester.answers((_, excerpt) -> written(Desk.everything(excerpt)));
        var asked = desk.asked(desk.transcript(SALES), new Request.Summary());
        var ready = desk.made(asked);

        assertThat(desk.made(asked)).isEqualTo(ready);
        assertThat(desk.makeDigest.make(new DigestId(desk.ids.next()))).isEqualTo(new JobOutcome.Finished());
        assertThat(desk.digester.calls()).hasSize(1);
    }
}
