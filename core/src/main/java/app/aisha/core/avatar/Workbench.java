package app.aisha.core.avatar;

import app.aisha.core.work.Outbox;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;

/** What work in the background needs. */
public record Workbench(Outbox outbox, Transactions transactions, ScratchFolders scratch, InstantSource clock) {}
