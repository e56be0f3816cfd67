package app.aisha.bot.admin;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import app.aisha.core.admin.Actor;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.admin.AuditLog;

/** The newest entries of the audit log. */
public final class LogScreen {

    /** So many fit a message whatever their reasons. */
    private static final int ENTRIES = 8;

    private final AuditLog audit;
    private final Users users;

    public LogScreen(AuditLog audit, Users users) {
        this.audit = audit;
        this.users = users;
    }

    Screen screen(User admin) {
        var entries = audit.newest(ENTRIES);
        var lines = MenuText.all(entries.stream().map(entry -> line(entry, admin)));
        return Screen.saying(entries.isEmpty() ? new AdminText.NoLog() : new AdminText.Log(lines))
                .button(new MenuText.BackButton(), new AdminAction.OpenAdmin());
    }

    private Text line(AuditEntry entry, User admin) {
        return new AdminText.LogLine(
                entry.at().atZone(admin.zone()),
                actor(entry.actor()),
                what(entry),
                entry.reason().isEmpty() ? new MenuText.Nothing() : new AdminText.Note(entry.reason()));
    }

    private static Text actor(Actor actor) {
        return switch (actor) {
            case Actor.Admin(var chat) -> new AdminText.ByAdmin(Long.toString(chat.value()));
            case Actor.Operator(var account) -> new AdminText.ByOperator(account);
        };
    }

    /** What was done, without the reason. */
    Text what(AuditEntry entry) {
        var person = entry.person().flatMap(users::find).map(Names::of).orElseGet(AdminText.Gone::new);
        return what(entry.act(), Amount.of(entry.amount()), person, entry.details());
    }

    static Text what(AuditEntry.Act act, Text amount, Text person, String details) {
        return switch (act) {
            case GRANT -> new AdminText.Granted(amount, person);
            case TAKE -> new AdminText.Taken(amount, person);
            case REFUND -> new AdminText.Refunded(amount, person);
            case REFUND_STARS -> new AdminText.StarsRefunded(amount, person);
            case CREATE_PROMO -> new AdminText.PromoCreated(details);
            case END_PROMO -> new AdminText.PromoEnded(details);
        };
    }
}
