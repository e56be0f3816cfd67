package app.aisha.bot.picture;

import app.aisha.bot.avatar.ReadyButtons;
import app.aisha.bot.screen.Screen;
import app.aisha.core.avatar.Avatar;

/** Leads from a trained avatar to pictures of it. */
public final class CreateButton implements ReadyButtons {

    @Override
    public Screen under(Screen screen, Avatar.Ready ready) {
        return screen.button(new PictureText.CreateWithButton(), new PictureAction.With(ready.id()));
    }
}
