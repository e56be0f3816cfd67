package app.aisha.bot.admin;

import app.aisha.bot.routing.Announcer;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.admin.AdminNotice;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.admin.AuditLog;
import app.aisha.core.work.Notice;
import java.util.Optional;

/** Tells people what was changed by hand. */
public final class AdminAnnouncer implements Announcer {

    private final AuditLog audit;

    public AdminAnnouncer(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public Optional<Screen> announce(Notice notice, User user) {
        return notice instanceof AdminNotice own ? announce(own) : Optional.empty();
    }

    private Optional<Screen> announce(AdminNotice notice) {
        return switch (notice) {
            case AdminNotice.CreditsChanged changed ->
                audit.find(changed.order()).flatMap(AdminAnnouncer::words).map(Screen::saying);
        };
    }

    private static Optional<Text> words(AuditEntry entry) {
        var amount = Amount.of(entry.amount());
        return switch (entry.act()) {
            case GRANT -> Optional.of(new AdminText.CreditsGranted(amount, entry.reason()));
            case TAKE -> Optional.of(new AdminText.CreditsTaken(amount, entry.reason()));
            case REFUND -> Optional.of(new AdminText.CreditsReturned(amount, entry.reason()));
            case REFUND_STARS, CREATE_PROMO, END_PROMO -> Optional.empty();
        };
    }
}
