package app.aisha.bot;

import app.aisha.bot.digest.DigestAction;
import app.aisha.bot.digest.DigestAnnouncer;
import app.aisha.bot.digest.DigestKind;
import app.aisha.bot.digest.DigestScreens;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Texts;
import app.aisha.core.digest.Content;
import app.aisha.core.digest.DigestNotice;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.Speakers;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.Wording;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Dilnara's things in every state they may be in, each as long as it can be. */
final class EveryState {

    private static final String LONG_NAME = "<&>" + "🎧Ж".repeat(60);

    private EveryState() {}

    /** Dilnara's, more than two pages of them, with the longest titles. */
    static Set<Transcript> transcripts(Desk desk) {
        var all = new HashSet<Transcript>();
        var owner = desk.dilnara.id();
        for (var problem : RecordingProblem.values()) {
            all.add(desk.stored(TranscriptExamples.queued(owner).failed(problem)));
        }
        all.add(desk.stored(TranscriptExamples.queued(owner).cancelled()));
        all.add(desk.stored(TranscriptExamples.working(owner)));
        all.add(desk.stored(
                TranscriptExamples.ready(owner, "secret <words> ".repeat(1_000)).renamed(LONG_NAME)));
        all.add(desk.stored(TranscriptExamples.ready(owner, "<".repeat(3_000)).renamed(LONG_NAME)));
        all.add(desk.stored(TranscriptExamples.ready(owner, "")));
        all.add(desk.stored(TranscriptExamples.working(owner)
                .ready(
                        new Wording("слово ".repeat(400), Optional.of("ru"), 3),
                        Speakers.UNKNOWN,
                        Duration.ofSeconds(10))
                .renamed(LONG_NAME)));
        var voices = Speakers.unnamed(30).named("S2", Optional.of("<&>" + "🎧".repeat(Speakers.LONGEST_NAME - 3)));
        all.add(desk.spoken(
                voices, Collections.nCopies(30, "<слово> & ".repeat(30)).toArray(String[]::new)));
        all.add(withDigests(desk, desk.spoken(voices, "слово")));
        for (var i = 0; i < 12; i++) {
            all.add(desk.stored(TranscriptExamples.ready(owner, "<words> ж ж".repeat(1 + i * 40))));
        }
        all.add(desk.queued());
        all.add(desk.waiting(10));
        all.add(desk.waiting(1_000));
        desk.market.redeem.redeem(
                owner, desk.market.code(new PromoCode.Benefit.Bonus(500)).code());
        return all;
    }

    /** A to-do list of several pages, a summary, and minutes. */
    private static Transcript withDigests(Desk desk, Transcript.Ready transcript) {
        var words = "<&>" + "🎧Ж ".repeat(400);
        var statement = new Content.Statement(words, Optional.of(Duration.ofHours(1)));
        var due = Optional.of(new Content.Due(words, Optional.of(LocalDate.EPOCH)));
        var task = new Content.Task(words, Optional.of("S2"), due, Optional.of(Duration.ofHours(7)), false);
        made(desk, transcript, DigestKind.SUMMARY, new Content.Summary(Collections.nCopies(9, statement)));
        made(desk, transcript, DigestKind.TO_DO, new Content.ToDo(Collections.nCopies(30, task)));
        made(
                desk,
                transcript,
                DigestKind.PROTOCOL,
                new Content.Protocol(
                        List.of("S1", words), List.of(statement), List.of(statement), List.of(), List.of(task)));
        return transcript;
    }

    private static void made(Desk desk, Transcript.Ready transcript, DigestKind kind, Content content) {
        desk.tap(new DigestAction.Make(transcript.id(), kind), desk.dilnara);
        desk.digests.save(desk.askedLast().ready(content, 1_000, "m".repeat(100)));
    }

    /** As its notice shows it. */
    static Screen digestBeingMade(Desk desk) {
        desk.tap(
                new DigestAction.Make(
                        desk.spoken(Speakers.unnamed(1), LONG_NAME).id(), DigestKind.SUMMARY),
                desk.dilnara);
        return new DigestAnnouncer(desk.transcripts, desk.digests, new DigestScreens(new Texts()))
                .announce(
                        new DigestNotice.Begun(
                                desk.dilnara.id(), desk.askedLast().id()),
                        desk.dilnara)
                .orElseThrow();
    }
}
