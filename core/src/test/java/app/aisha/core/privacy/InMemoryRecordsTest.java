package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import app.aisha.core.privacy.Trace.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

class InMemoryRecordsTest implements PersonalRecordsContract {

    private final InMemoryRecords records = new InMemoryRecords(_ -> {});

    @Override
    public PersonalRecords records() {
        return records;
    }

    @Override
    public UserId someone() {
        var person = new UserId(UUID.randomUUID());
        var trace = Trace.of(1, Service.TRAINER, Optional.of("t-" + person.value()), Optional.empty());
        records.keep(
                person,
                new InMemoryRecords.Kept(
                        InMemoryRecords.NOTHING,
                        List.of(trace),
                        Set.of(UUID.randomUUID().toString())));
        return person;
    }
}
