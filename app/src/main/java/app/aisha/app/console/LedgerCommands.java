package app.aisha.app.console;

import static app.aisha.app.console.Terminal.DONE;
import static app.aisha.app.console.Terminal.FAILED;

import app.aisha.app.settings.BadSettings;
import app.aisha.app.settings.Environment;
import app.aisha.core.wallet.ReconcileLedger.Depth;
import app.aisha.core.wallet.ReconcileLedger.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands {@code ledger …}. */
@Command(
        name = "ledger",
        description =
                "Looks after the ledger, in the database of DATABASE_URL, else in the sandbox's. Repairs nothing.")
public final class LedgerCommands {

    private final Environment environment;
    private final Terminal terminal;

    public LedgerCommands(Environment environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Command(description = "Checks the ledger against itself and against the work; 1 where something is wrong.")
    int check(@Option(names = "--whole", description = "all of it, not only what was changed lately") boolean whole)
            throws BadSettings, NoDatabase, InterruptedException {
        try (var office = Office.open(environment)) {
            return switch (office.reconcileLedger().reconcile(whole ? Depth.WHOLE : Depth.RECENT)) {
                case Outcome.Checked checked -> said(checked);
                case Outcome.UnderWay _ ->
                    terminal.fail("Another check is under way; its findings are in ledger_findings");
            };
        }
    }

    private int said(Outcome.Checked checked) {
        checked.found()
                .forEach(finding ->
                        terminal.say("%s %s %s".formatted(finding.kind(), finding.subject(), finding.sentence())));
        if (checked.found().isEmpty()) {
            terminal.say("The ledger is in order");
            return DONE;
        }
        return FAILED;
    }
}
