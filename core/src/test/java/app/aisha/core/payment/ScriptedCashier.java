package app.aisha.core.payment;

import app.aisha.core.account.ChatId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Telegram that does as it is told, and notes what it is asked. */
public final class ScriptedCashier implements Cashier {

    private final List<String> answers = new ArrayList<>();
    private final List<String> refunds = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private int silences;

    @Override
    public synchronized void approve(String query) {
        answers.add(query + " ok");
    }

    @Override
    public synchronized void decline(String query, String why) {
        answers.add(query + " " + why);
    }

    @Override
    public synchronized Payback giveBack(ChatId payer, String charge) throws CashierUnavailable {
        refunds.add(payer.value() + " " + charge);
        if (silences > 0) {
            silences--;
            throw new CashierUnavailable("no answer", Duration.ofSeconds(10));
        }
        return refusal.<Payback>map(Payback.Refused::new).orElseGet(Payback.Done::new);
    }

    public synchronized void refuses(String reason) {
        refusal = Optional.of(reason);
    }

    public synchronized void agrees() {
        refusal = Optional.empty();
    }

    public synchronized void isSilent(int times) {
        silences = times;
    }

    public synchronized List<String> answers() {
        return List.copyOf(answers);
    }

    public synchronized List<String> refunds() {
        return List.copyOf(refunds);
    }
}
