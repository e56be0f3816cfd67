package app.aisha.bot.intake;

class InMemoryChatClaimsTest implements ChatClaimsContract {

    private final InMemoryChatClaims one = new InMemoryChatClaims();
    private final ChatClaims other = one.another();

    @Override
    public ChatClaims one() {
        return one;
    }

    @Override
    public ChatClaims other() {
        return other;
    }

    @Override
    public void oneIsGone() {
        one.lose();
    }
}
