package app.aisha.bot.routing;

import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Turn.Next;
import app.aisha.bot.wire.Steps;
import app.aisha.core.account.ChatId;
import java.util.Optional;

/** The step each chat's open dialog waits for. */
public final class OpenDialogs {

    private final ChatMemory memory;
    private final Steps steps;

    public OpenDialogs(ChatMemory memory, Steps steps) {
        this.memory = memory;
        this.steps = steps;
    }

    Optional<Step> of(ChatId chat) {
        return memory.awaited(chat).flatMap(steps::unpack);
    }

    void turn(ChatId chat, Next next) {
        switch (next) {
            case Next.Keep _ -> {}
            case Next.Close _ -> memory.forget(chat);
            case Next.Await(var step) -> memory.remember(chat, steps.pack(step));
        }
    }
}
