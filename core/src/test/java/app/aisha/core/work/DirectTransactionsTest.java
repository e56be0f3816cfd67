package app.aisha.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptJob;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DirectTransactionsTest {

    private final RecordedJobs jobs = new RecordedJobs();
    private final DirectTransactions transactions = new DirectTransactions(jobs);

    @Test
    void whatWasDoneStays() {
        transactions.run(() -> jobs.enqueue(someJob()));

        assertThat(jobs.line()).hasSize(1);
    }

    @Test
    void nothingOfAFailedTransactionStays() {
        var first = someJob();
        jobs.enqueue(first);

        assertThatThrownBy(() -> transactions.run(() -> {
                    jobs.enqueue(someJob());
                    throw new IllegalStateException("too late");
                }))
                .hasMessage("too late");
        assertThat(jobs.line()).containsExactly(first);
    }

    @Test
    void anInnerCallBelongsToTheOuterOne() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    transactions.run(() -> jobs.enqueue(someJob()));
                    throw new IllegalStateException("too late");
                }))
                .hasMessage("too late");
        assertThat(jobs.line()).isEmpty();
    }

    @Test
    void aRehearsalAnswersAndLeavesNothing() {
        var answer = transactions.rehearse(() -> {
            jobs.enqueue(someJob());
            return jobs.line().size();
        });

        assertThat(answer).isEqualTo(1);
        assertThat(jobs.line()).isEmpty();
        assertThatThrownBy(() -> transactions.rehearse(() -> {
                    throw new IllegalStateException("cannot be done");
                }))
                .hasMessage("cannot be done");
    }

    @Test
    void aJobIsInLineOnce() {
        var job = someJob();

        jobs.enqueue(job);
        jobs.enqueue(job);

        assertThat(jobs.takeAll()).containsExactly(job);
        assertThat(jobs.line()).isEmpty();
    }

    private static Job someJob() {
        return new TranscriptJob.Transcribe(new TranscriptId(UUID.randomUUID()));
    }
}
