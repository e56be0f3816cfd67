package app.aisha.bot.routing;

class InMemoryChatMemoryTest implements ChatMemoryContract {

    private final ChatMemory memory = new InMemoryChatMemory();

    @Override
    public ChatMemory memory() {
        return memory;
    }
}
