package app.aisha.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import app.aisha.core.checkup.Finding.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DoctorTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    /** What a checkup does. */
    @FunctionalInterface
    private interface Script {

        List<Finding> play() throws InterruptedException;
    }

    private record Scripted(String subject, Script script) implements Checkup {

        @Override
        public List<Finding> findings() throws InterruptedException {
            return script.play();
        }
    }

    private static Checkup healthy(String subject) {
        return new Scripted(subject, () -> List.of(Finding.fine(subject, "is fine")));
    }

    @Test
    void findingsComeInTheOrderOfTheCheckups() throws Exception {
        assertThat(new Doctor(LONG).examine(List.of(healthy("one"), healthy("two"), healthy("three"))))
                .extracting(Finding::subject)
                .containsExactly("one", "two", "three");
    }

    @Test
    void allCheckupsRunAtOnce() throws Exception {
        var all = new CountDownLatch(2);
        Script meeting = () -> {
            all.countDown();
            all.await();
            return List.of(Finding.fine("meeting", "took place"));
        };

        assertThat(new Doctor(LONG).examine(List.of(new Scripted("one", meeting), new Scripted("two", meeting))))
                .hasSize(2);
    }

    @Test
    void oneThatBreaksHoldsUpNoOther() throws Exception {
        var broken = new Scripted("broken", () -> {
            throw new IllegalArgumentException("with a secret");
        });

        var findings = new Doctor(LONG).examine(List.of(broken, healthy("other")));

        assertThat(findings).extracting(Finding::level).containsExactly(Level.FAIL, Level.OK);
        assertThat(findings.getFirst().sentence()).doesNotContain("secret");
    }

    @Test
    void oneThatDoesNotEndIsNamedAndInterrupted() throws Exception {
        var interrupted = new CountDownLatch(1);
        var endless = new Scripted("endless", () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                interrupted.countDown();
            }
            return List.of();
        });

        var findings = new Doctor(Duration.ofMillis(50)).examine(List.of(endless));

        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject()).isEqualTo("endless"))
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.FAIL));
        interrupted.await();
    }

    @Test
    void memoryThatIsTooSmallIsSaid() {
        assertThat(levels(new Machine(512L << 20, 4L << 30, 0))).containsExactly(Level.OK, Level.OK);
        assertThat(levels(new Machine(128L << 20, 4L << 30, 0))).containsExactly(Level.OK, Level.WARN);
        assertThat(levels(new Machine(512L << 20, 512L << 20, 0))).containsExactly(Level.OK, Level.FAIL);
        assertThat(levels(new Machine(512L << 20, 1L << 30, 488L << 20))).containsExactly(Level.OK, Level.FAIL);
    }

    private static List<Level> levels(Machine machine) {
        return machine.findings().stream().map(Finding::level).toList();
    }
}
