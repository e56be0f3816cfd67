package app.aisha.adapters.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is in {@code task_data} is text, so that everybody can read it. */
final class MarkSerializer implements Serializer {

    @Override
    public byte @Nullable [] serialize(@Nullable Object mark) {
        return mark == null ? null : mark.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
        return bytes == null ? null : type.cast(new String(bytes, StandardCharsets.UTF_8));
    }
}
