package app.aisha.core.avatar;

import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import app.aisha.core.work.Transactions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** A process that dies at chosen points: before and after every commit and every call of the outside. */
public final class SuddenDeath {

    /** The end of the process; nothing of ours catches it. */
    public static final class Died extends Error {

        Died(String where) {
            super(where, null, false, false);
        }
    }

    private final List<Integer> deaths;
    private final List<String> passed = new ArrayList<>();
    private boolean begun;

    /** Dies whenever the count of points reaches one of these. */
    public SuddenDeath(Integer... deaths) {
        this.deaths = List.of(deaths);
    }

    /** Points before this are not counted. */
    public void begin() {
        begun = true;
    }

    /** Counts this point, and may be the end. */
    public void pass(String point) {
        if (!begun) {
            return;
        }
        passed.add(point);
        if (deaths.contains(passed.size())) {
            throw new Died(point);
        }
    }

    public Transactions over(Transactions transactions) {
        return new Transactions() {
            private boolean within;

            @Override
            public <T> T call(Supplier<T> work) {
                if (within) {
                    return transactions.call(work);
                }
                within = true;
                try {
                    var result = transactions.call(() -> {
                        var answer = work.get();
                        pass("before commit");
                        return answer;
                    });
                    pass("after commit");
                    return result;
                } finally {
                    within = false;
                }
            }
        };
    }

    public MediaStore over(InMemoryMediaStore media) {
        return new MediaStore() {
            @Override
            public void put(MediaKey key, Path file, String contentType) throws MediaUnavailable {
                pass("before put");
                media.put(key, file, contentType);
                pass("after put");
            }

            @Override
            public boolean fetch(MediaKey key, Path target) throws MediaUnavailable {
                return media.fetch(key, target);
            }

            @Override
            public OptionalLong size(MediaKey key) throws MediaUnavailable {
                return media.size(key);
            }

            @Override
            public void delete(MediaKey key) throws MediaUnavailable {
                media.delete(key);
            }

            @Override
            public List<MediaKey> under(MediaKey folder) throws MediaUnavailable {
                return media.under(folder);
            }
        };
    }

    public AvatarTrainer over(AvatarTrainer trainer) {
        return new MortalTrainer(trainer);
    }

    private <T> T around(String call, T answer) {
        pass("after " + call);
        return answer;
    }

    /** A trainer whose calls may be the last. */
    private final class MortalTrainer implements AvatarTrainer {

        private final AvatarTrainer trainer;

        private MortalTrainer(AvatarTrainer trainer) {
            this.trainer = trainer;
        }

        @Override
        public URI upload(Path archive, String fileName) throws ProviderUnavailable, InterruptedException {
            return around("upload", trainer.upload(archive, fileName));
        }

        @Override
        public String input(TrainingOrder order) {
            return trainer.input(order);
        }

        @Override
        public Submission submit(TrainingOrder order) throws ProviderUnavailable, InterruptedException {
            pass("before submit");
            return around("submit", trainer.submit(order));
        }

        @Override
        public TrainingReport report(TrainingTicket ticket) throws ProviderUnavailable, InterruptedException {
            return around("report", trainer.report(ticket));
        }

        @Override
        public TrainingTicket ticket(TrainerBackend backend, String requestId) {
            return trainer.ticket(backend, requestId);
        }

        @Override
        public void cancel(TrainingTicket ticket) throws ProviderUnavailable, InterruptedException {
            trainer.cancel(ticket);
        }

        @Override
        public Optional<TrainingTicket> find(TrainingOrder order, Instant since)
                throws ProviderUnavailable, InterruptedException {
            return around("find", trainer.find(order, since));
        }

        @Override
        public Fetched fetch(URI file, Path target, long limit) throws ProviderUnavailable, InterruptedException {
            return around("fetch", trainer.fetch(file, target, limit));
        }

        @Override
        public Removal forget(String requestId) throws ProviderUnavailable, InterruptedException {
            return around("forget", trainer.forget(requestId));
        }
    }
}
