package app.aisha.bot.delivery;

import app.aisha.bot.screen.Page;
import app.aisha.core.account.ChatId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Takes everything, unless told what to answer; remembers every try. New messages are numbered from 101. */
public final class ScriptedMessenger implements Messenger {

    /** One try. */
    public sealed interface Try {

        record Send(ChatId chat, Page page) implements Try {}

        record Edit(ChatId chat, long message, Page page) implements Try {}

        record Answer(String query, Optional<String> toast) implements Try {}
    }

    private final List<Try> tries = new ArrayList<>();
    private final Queue<Delivery> answers = new ArrayDeque<>();
    private long lastMessage = 100;
    private volatile boolean interrupting;
    private volatile Runnable meanwhile = () -> {};

    /** The answers to the next tries; after them everything is taken again. */
    public synchronized void answers(Delivery... next) {
        answers.addAll(List.of(next));
    }

    /** From now on every try is cut off by an interrupt. */
    public void interrupts() {
        interrupting = true;
    }

    /** What happens during each try from now on. */
    public void whileTrying(Runnable happening) {
        meanwhile = happening;
    }

    public synchronized List<Try> tries() {
        return List.copyOf(tries);
    }

    @Override
    public Delivery send(ChatId chat, Page page) throws InterruptedException {
        return answer(new Try.Send(chat, page), 0);
    }

    @Override
    public Delivery edit(ChatId chat, long message, Page page) throws InterruptedException {
        return answer(new Try.Edit(chat, message, page), message);
    }

    @Override
    public Delivery answer(String query, Optional<String> toast) throws InterruptedException {
        return answer(new Try.Answer(query, toast), 0);
    }

    private synchronized Delivery answer(Try made, long message) throws InterruptedException {
        if (interrupting) {
            throw new InterruptedException();
        }
        meanwhile.run();
        tries.add(made);
        var scripted = answers.poll();
        if (scripted != null) {
            return scripted;
        }
        return new Delivery.Delivered(made instanceof Try.Send ? ++lastMessage : message);
    }
}
