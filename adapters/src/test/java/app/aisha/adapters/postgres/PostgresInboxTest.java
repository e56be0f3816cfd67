package app.aisha.adapters.postgres;

import app.aisha.bot.intake.InboxContract;

class PostgresInboxTest implements InboxContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    @Override
    public PostgresInbox inbox() {
        return new PostgresInbox(DATABASE);
    }
}
