package app.aisha.app.console;

import app.aisha.adapters.schema.Diagnosis;
import app.aisha.app.doctor.ClockSkew;
import app.aisha.app.settings.BadSettings;
import app.aisha.app.settings.Environment;
import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether PostgreSQL is one that the program can work with: what {@code db diagnose} finds, and its clock. */
record DatabaseCheckup(Environment environment, InstantSource clock) implements Checkup {

    @Override
    public String subject() {
        return "PostgreSQL";
    }

    @Override
    public List<Finding> findings() throws InterruptedException {
        try (var desk = SchemaDesk.open(environment)) {
            var findings = new ArrayList<Finding>();
            Diagnosis.of(desk.live()).forEach(found -> findings.add(told(found, desk)));
            clock(desk, findings);
            return findings;
        } catch (NoDatabase missing) {
            return List.of(
                    String.valueOf(missing.getMessage()).startsWith("There is no database")
                            ? Finding.fine(subject(), "the sandbox makes one at its first start")
                            : Finding.wrong(
                                    subject(),
                                    String.valueOf(missing.getMessage()),
                                    "end what holds it, or let AISHA_DATA name another folder"));
        } catch (BadSettings bad) {
            return List.of(Finding.wrong(subject(), String.join("; ", bad.problems()), "correct these settings first"));
        }
    }

    private static Finding told(Diagnosis.Finding found, SchemaDesk desk) {
        var subject = "database " + found.subject();
        var sentence = desk.discreet(found.sentence());
        return switch (found.level()) {
            case OK -> Finding.fine(subject, sentence);
            case WARN -> Finding.doubtful(subject, sentence, remedy(found.subject()));
            case FAIL -> Finding.wrong(subject, sentence, remedy(found.subject()));
        };
    }

    private static String remedy(String subject) {
        return switch (subject) {
            case "connection" -> "look at DATABASE_URL, the server, its pg_hba.conf and the firewall";
            case "server" -> "upgrade PostgreSQL";
            case "encoding" -> "make the database anew with ENCODING 'UTF8' and restore a backup into it";
            case "writing" -> "let DATABASE_URL name the primary server";
            case "connections" -> "raise max_connections, or end what takes them";
            case "rights in the schema" -> "GRANT USAGE, CREATE ON SCHEMA public to her user";
            case "rights in the database" ->
                "GRANT CREATE ON DATABASE to her user, or leave it: an embedded server does";
            case "tables" -> "REASSIGN OWNED, or ALTER TABLE … OWNER TO her user";
            case "remains of checks" -> "./aisha db check";
            case "pending migrations" -> "start her, which runs them; or ./aisha db apply --apply";
            default -> "./aisha db check tells what differs; docs/operations.md, The schema";
        };
    }

    private void clock(SchemaDesk desk, List<Finding> findings) {
        try {
            var before = clock.instant();
            var there = JdbcClient.create(desk.live())
                    .sql("SELECT clock_timestamp()")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            findings.add(ClockSkew.judged("the database", there, before, clock.instant()));
        } catch (DataAccessException _) {
            // That it does not answer is a finding already.
            return;
        }
    }
}
