package app.aisha.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.Language;
import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaStoreContract;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaOfKnownPeopleTest implements MediaStoreContract {

    private final InMemoryUsers users = new InMemoryUsers(new TimeOrderedIds(new SettableClock()), ZoneId.of("UTC"));
    private final InMemoryMediaStore behind = new InMemoryMediaStore();
    private final MediaStore media = new MediaOfKnownPeople(behind, users);

    @Override
    public MediaStore store() {
        return media;
    }

    @Test
    void whatIsStoredForWhoLeftIsRemovedAtOnce(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("sound"), "late");
        var mira = users.welcome(new ChatId(7), "Mira", Optional.empty(), Language.RU);
        var hers = new MediaKey(
                "users/%s/recordings/1/original.ogg".formatted(mira.id().value()));
        var nobodys = new MediaKey("users/%s/recordings/1/original.ogg".formatted(UUID.randomUUID()));

        media.put(hers, file, "audio/ogg");
        assertThatThrownBy(() -> media.put(nobodys, file, "audio/ogg")).isInstanceOf(MediaUnavailable.class);

        assertThat(behind.size(hers)).hasValue(4);
        assertThat(behind.size(nobodys)).isEmpty();
    }
}
