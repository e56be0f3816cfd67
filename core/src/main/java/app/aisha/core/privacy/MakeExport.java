package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.document.DocumentFormat;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.transcript.ExportTranscript;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.Pause;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.Transactions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a copy of everything that is kept of a person, in parts that can be sent, and removes it a day later. It goes by way
 * of the disk, a file and a transcript at a time, so that any amount needs little memory. May run any number of times.
 */
public final class MakeExport {

    private static final Logger LOG = LoggerFactory.getLogger(MakeExport.class);
    private static final Duration PATIENCE = Duration.ofHours(6);
    private static final int ROWS = 50;
    private static final int PAGE = 20;

    private final Exports exports;
    private final PersonalPapers papers;
    private final Belonging belonging;
    private final MediaStore media;
    private final Work work;
    private final Limits limits;

    /** What people have. */
    public record Belonging(Transcripts transcripts, ExportTranscript exportTranscript, Avatars avatars) {}

    /** What a copy is made with. */
    public record Work(Outbox outbox, Transactions transactions, ScratchFolders scratch, InstantSource clock) {}

    /**
     * What can be sent.
     *
     * @param bytes most of a part
     * @param parts most of a copy
     */
    public record Limits(long bytes, int parts) {

        /** A bot uploads files of at most 50 MB (Bot API, sendDocument). */
        public static final Limits OF_TELEGRAM = new Limits(45L << 20, 20);
    }

    public MakeExport(
            Exports exports, PersonalPapers papers, Belonging belonging, MediaStore media, Work work, Limits limits) {
        this.exports = exports;
        this.papers = papers;
        this.belonging = belonging;
        this.media = media;
        this.work = work;
        this.limits = limits;
    }

    /** Answers when to come again, if at all. */
    public JobOutcome make(ExportId id) {
        return switch (exports.find(id).orElse(null)) {
            case null -> new JobOutcome.Finished();
            case Export.Asked asked -> write(asked);
            case Export.Ready ready -> takeAway(ready);
        };
    }

    /**
     * Ends a copy whose writing failed again and again through an error of our own.
     *
     * @throws IllegalStateException the store does not let go of its parts now
     */
    public void giveUp(ExportId id) {
        exports.find(id).ifPresent(export -> {
            try {
                fail(export);
            } catch (MediaUnavailable e) {
                throw new IllegalStateException("Parts of export %s are left".formatted(id.value()), e);
            }
        });
    }

    /** Whoever has their copy is told nothing. */
    private void fail(Export export) throws MediaUnavailable {
        media.empty(Export.folder(export.owner(), export.id()));
        work.transactions().run(() -> {
            exports.remove(export.id());
            if (export instanceof Export.Asked) {
                work.outbox().post(new PrivacyNotice.ExportFailed(export.owner(), export.id()));
            }
        });
    }

    private JobOutcome write(Export.Asked asked) {
        try (var folder = work.scratch().open();
                var archive = new SplitArchive(folder.path(), limits.bytes(), limits.parts())) {
            fill(archive, asked.owner(), folder.path().resolve("file"));
            var parts = archive.finish();
            for (var number = 1; number <= parts.size(); number++) {
                media.put(asked.part(number), parts.get(number - 1), "application/zip");
            }
            var ready =
                    asked.written(parts.size(), archive.leftOut(), work.clock().instant());
            if (!work.transactions().call(() -> end(ready))) {
                media.empty(Export.folder(asked.owner(), asked.id()));
                return new JobOutcome.Finished();
            }
            LOG.info("Export {} has {} parts", asked.id().value(), parts.size());
            return new JobOutcome.Again(Export.KEPT, "it is kept for a day");
        } catch (MediaUnavailable e) {
            return laterOrNever(asked, e);
        }
    }

    private JobOutcome laterOrNever(Export.Asked asked, MediaUnavailable why) {
        var age = Duration.between(asked.at(), work.clock().instant());
        if (age.compareTo(PATIENCE) > 0) {
            try {
                fail(asked);
                return new JobOutcome.Finished();
            } catch (MediaUnavailable e) {
                LOG.warn("Export {} waits for the store: {}", asked.id().value(), e.getMessage());
            }
        }
        return new JobOutcome.Again(Pause.of(age), String.valueOf(why.getMessage()));
    }

    /** False where its owner left meanwhile. */
    private boolean end(Export.Ready ready) {
        if (!exports.save(ready)) {
            return false;
        }
        for (var number = 1; number <= ready.parts(); number++) {
            work.outbox().post(new PrivacyNotice.ExportReady(ready.owner(), ready.id(), number));
        }
        return true;
    }

    private JobOutcome takeAway(Export.Ready ready) {
        var now = work.clock().instant();
        if (!ready.isOldAt(now)) {
            return new JobOutcome.Again(Duration.between(now, ready.at().plus(Export.KEPT)), "it is kept for a day");
        }
        try {
            media.empty(Export.folder(ready.owner(), ready.id()));
            work.transactions().run(() -> exports.remove(ready.id()));
            return new JobOutcome.Finished();
        } catch (MediaUnavailable e) {
            return new JobOutcome.Again(Duration.ofMinutes(5), String.valueOf(e.getMessage()));
        }
    }

    private void fill(SplitArchive archive, UserId owner, Path file) throws MediaUnavailable {
        for (var sheet : papers.sheets()) {
            if (wrote(owner, sheet, file)) {
                archive.add("data/" + sheet + ".jsonl", file);
            }
        }
        var names = new FileNames();
        addTexts(archive, owner, names);
        names.know(belonging.avatars(), owner);
        addFiles(archive, owner, names, file);
    }

    /** False where the sheet is empty. */
    private boolean wrote(UserId owner, String sheet, Path file) {
        var written = 0;
        try (var out = Files.newBufferedWriter(file)) {
            for (var rows = papers.rows(owner, sheet, 0, ROWS);
                    !rows.isEmpty();
                    rows = rows.size() < ROWS ? List.of() : papers.rows(owner, sheet, written, ROWS)) {
                write(rows, out);
                written += rows.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No room for a copy", e);
        }
        return written > 0;
    }

    private static void write(List<String> rows, BufferedWriter out) throws IOException {
        for (var row : rows) {
            out.write(row);
            out.newLine();
        }
    }

    private void addTexts(SplitArchive archive, UserId owner, FileNames names) {
        var page = belonging.transcripts().page(owner, Optional.empty(), PAGE);
        page.items().forEach(transcript -> addText(archive, transcript, names));
        while (page.older().isPresent()) {
            page = belonging.transcripts().page(owner, page.older(), PAGE);
            page.items().forEach(transcript -> addText(archive, transcript, names));
        }
    }

    private void addText(SplitArchive archive, Transcript transcript, FileNames names) {
        var folder = names.of(transcript);
        if (transcript instanceof Transcript.Ready ready) {
            var head = new ExportTranscript.Head(
                    folder.substring(folder.indexOf('/') + 1),
                    List.of(),
                    label -> ready.speakers().name(label).orElse(label));
            for (var format : List.of(DocumentFormat.TXT, DocumentFormat.JSON)) {
                belonging
                        .exportTranscript()
                        .export(ready, head, format)
                        .ifPresent(bytes -> archive.add(
                                folder + "/text." + format.extension(), new String(bytes, StandardCharsets.UTF_8)));
            }
        }
    }

    private void addFiles(SplitArchive archive, UserId owner, FileNames names, Path file) throws MediaUnavailable {
        for (MediaKey key : media.under(RemoveTraces.folder(owner))) {
            var name = names.of(key);
            if (name.isPresent() && media.fetch(key, file)) {
                archive.add(name.get(), file);
            }
        }
    }
}
