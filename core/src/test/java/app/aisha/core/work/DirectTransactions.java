package app.aisha.core.work;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Transactions over twins, one at a time. When the work throws, every twin gets back the content it had at the beginning, with
 * whatever anybody wrote meanwhile without a transaction.
 */
public final class DirectTransactions implements Transactions {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Restorable> twins;

    public DirectTransactions(Restorable... twins) {
        this.twins = List.of(twins);
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (lock.isHeldByCurrentThread()) {
            return work.get();
        }
        lock.lock();
        try {
            return outermost(work);
        } finally {
            lock.unlock();
        }
    }

    private <T> T outermost(Supplier<T> work) {
        var before = twins.stream().map(Restorable::snapshot).toList();
        var finished = false;
        try {
            var result = work.get();
            finished = true;
            return result;
        } finally {
            (finished ? Stream.<Runnable>empty() : before.stream()).forEach(Runnable::run);
        }
    }
}
