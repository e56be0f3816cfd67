package app.aisha.app.wiring;

import app.aisha.adapters.jobs.JobKind;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresDigests;
import app.aisha.bot.digest.DigestAnnouncer;
import app.aisha.bot.digest.DigestButtons;
import app.aisha.bot.digest.DigestDialog;
import app.aisha.bot.digest.DigestFiles;
import app.aisha.bot.digest.DigestScreens;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.transcript.CardButtons;
import app.aisha.core.account.Users;
import app.aisha.core.digest.AskForDigest;
import app.aisha.core.digest.CancelDigest;
import app.aisha.core.digest.DigestId;
import app.aisha.core.digest.DigestJob;
import app.aisha.core.digest.Digester;
import app.aisha.core.digest.Digests;
import app.aisha.core.digest.EndDigest;
import app.aisha.core.digest.GiveUpDigest;
import app.aisha.core.digest.MakeDigest;
import app.aisha.core.digest.TickTask;
import app.aisha.core.document.ExportDocument;
import app.aisha.core.transcript.Passages;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a language model makes of transcripts. */
@Configuration(proxyBeanMethods = false)
class DigestWiring {

    @Bean
    Digests digests(PostgresDatabase database) {
        return new PostgresDigests(database);
    }

    @Bean
    EndDigest endDigest(Digests digests, Outbox outbox, PostgresDatabase database) {
        return new EndDigest(digests, outbox, database);
    }

    @Bean
    MakeDigest makeDigest(
            Transcripts transcripts,
            Users users,
            Passages passages,
            Digests digests,
            Digester digester,
            EndDigest endDigest,
            InstantSource clock) {
        return new MakeDigest(transcripts, users, passages, digests, digester, endDigest, clock);
    }

    @Bean
    JobKind makingDigests(MakeDigest makeDigest, Digests digests, EndDigest endDigest, PostgresDatabase database) {
        var giveUp = new GiveUpDigest(digests, endDigest, database);
        return new JobKind(
                        DigestJob.Make.class,
                        WorkWiring.MAKE_DIGEST,
                        subject -> makeDigest.make(digest(subject)),
                        subject -> giveUp.giveUp(digest(subject)))
                .lasting();
    }

    private static DigestId digest(String subject) {
        return new DigestId(UUID.fromString(subject));
    }

    @Bean
    AskForDigest askForDigest(
            Transcripts transcripts,
            Passages passages,
            Digests digests,
            Jobs jobs,
            Outbox outbox,
            PostgresDatabase database,
            TimeOrderedIds ids) {
        return new AskForDigest(transcripts, passages, digests, jobs, outbox, database, ids);
    }

    @Bean
    CardButtons digestButtons() {
        return new DigestButtons();
    }

    @Bean
    DigestScreens digestScreens(Texts texts) {
        return new DigestScreens(texts);
    }

    @Bean
    DigestFiles digestFiles(ExportDocument exportDocument, Texts texts, InstantSource clock) {
        return new DigestFiles(exportDocument, texts, clock);
    }

    @Bean
    DigestAnnouncer digestAnnouncer(Transcripts transcripts, Digests digests, DigestScreens screens) {
        return new DigestAnnouncer(transcripts, digests, screens);
    }

    @Bean
    DigestDialog digestDialog(
            Transcripts transcripts,
            Digests digests,
            AskForDigest askForDigest,
            EndDigest endDigest,
            PostgresDatabase database,
            DigestScreens screens,
            DigestFiles files) {
        return new DigestDialog(
                transcripts,
                digests,
                askForDigest,
                new CancelDigest(digests, endDigest, database),
                new TickTask(digests, database),
                screens,
                files);
    }
}
