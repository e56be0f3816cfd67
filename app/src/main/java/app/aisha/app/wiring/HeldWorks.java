package app.aisha.app.wiring;

import app.aisha.adapters.postgres.HeldWork;
import java.util.List;

/** What holds are for in this program. */
public final class HeldWorks {

    public static final List<HeldWork> ALL = List.of(
            HeldWork.transcripts(List.of(WorkWiring.TRANSCRIBE, WorkWiring.CONTINUE)),
            HeldWork.avatars(List.of(WorkWiring.TRAIN, WorkWiring.RUNG)),
            HeldWork.pictures(List.of(WorkWiring.PAINT)));

    private HeldWorks() {}
}
