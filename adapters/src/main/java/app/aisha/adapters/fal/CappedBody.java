package app.aisha.adapters.fal;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Writes a body to disk and stops where it is too long; yields its length, which is then more than the limit. */
final class CappedBody implements BodySubscriber<Long> {

    private final BodySubscriber<Path> disk;
    private final long announced;
    private final long limit;
    private final AtomicLong total = new AtomicLong();
    private final AtomicReference<Subscription> source = new AtomicReference<>();

    /**
     * Limits a body.
     *
     * @param announced its length as the head of the answer gives it, 0 where it does not; one that is too long is not even begun
     */
    CappedBody(BodySubscriber<Path> disk, long announced, long limit) {
        this.disk = disk;
        this.announced = announced;
        this.limit = limit;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return disk.getBody().thenApply(_ -> total.get());
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source.set(subscription);
        disk.onSubscribe(subscription);
        if (announced > limit) {
            stop(announced);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        var more = buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        var before = total.get();
        if (before > limit) {
            return;
        }
        if (before + more > limit) {
            stop(before + more);
        } else {
            total.set(before + more);
            disk.onNext(buffers);
        }
    }

    private void stop(long length) {
        total.set(length);
        source.get().cancel();
        disk.onComplete();
    }

    @Override
    public void onError(Throwable failure) {
        disk.onError(failure);
    }

    @Override
    public void onComplete() {
        disk.onComplete();
    }
}
