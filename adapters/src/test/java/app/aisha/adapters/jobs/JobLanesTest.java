package app.aisha.adapters.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.work.JobOutcome;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Recordings of hours and pictures that are paid for wait in lines of their own. */
class JobLanesTest extends JobStage {

    private static final int VOYAGES = 4 * QUICK.threads();

    private final BlockingQueue<String> sailed = new LinkedBlockingQueue<>();
    private final Semaphore home = new Semaphore(0);

    private JobOutcome sail(String subject) throws InterruptedException {
        sailed.add(subject);
        home.acquire();
        return new JobOutcome.Finished();
    }

    private List<JobKind> kinds() {
        return List.of(
                new JobKind(Voyage.class, Voyage.NAME, this::sail, givenUp::add).lasting(),
                new JobKind(Errand.class, Errand.NAME, this::finished, givenUp::add));
    }

    @Test
    void longJobsThatTakeAllTheirWorkersLeaveShortOnesTheirs() throws InterruptedException {
        for (var voyage = 1; voyage <= VOYAGES; voyage++) {
            enqueue(new Voyage("voyage-" + voyage));
        }
        var workers = workers(QUICK, kinds());
        for (var worker = 1; worker <= QUICK.threads(); worker++) {
            next(sailed);
        }

        for (var errand = 1; errand <= VOYAGES; errand++) {
            enqueue(new Errand("errand-" + errand));
        }
        for (var errand = 1; errand <= VOYAGES; errand++) {
            next(runs);
        }

        assertThat(sailed).as("no worker is left for more of them").isEmpty();
        assertThat(waitingVoyages()).isEqualTo(VOYAGES - QUICK.threads());
        home.release(VOYAGES);
        workers.wake();
        untilNoRowIsLeft();
        assertThat(sailed).hasSize(VOYAGES - QUICK.threads());
    }

    private int waitingVoyages() {
        return client.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = ? AND NOT picked")
                .param(Voyage.NAME)
                .query(Integer.class)
                .single();
    }

    @Test
    void eachLaneTakesUpItsOwnOrphansAndLeavesOthersAlone() throws InterruptedException {
        for (var name : List.of(Voyage.NAME, Errand.NAME, "unknown")) {
            client.sql("""
                INSERT INTO scheduled_tasks
                    (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                VALUES (?, 'orphan', now() - interval '1 hour', true, 'a dead process',
                    now() - interval '1 hour', 2)
                """).param(name).update();
        }
        home.release();

        workers(QUICK, kinds());

        assertThat(next(sailed)).isEqualTo("orphan");
        assertThat(next(runs)).isEqualTo("orphan");
        until("only the unknown one is left", () -> rows() == 1);
        assertThat(client.sql("SELECT version FROM scheduled_tasks")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
