package app.aisha.bot.picture;

import app.aisha.bot.gallery.PictureButtons;
import app.aisha.bot.screen.Button;
import app.aisha.core.picture.Picture;
import java.util.List;

/** Leads from the gallery to new pictures. */
public final class GalleryButtons implements PictureButtons {

    @Override
    public List<List<Button>> under(Picture.Ready picture) {
        var id = picture.id();
        return List.of(
                List.of(
                        new Button(new ResultText.AgainButton(), new ResultAction.Again(id)),
                        new Button(new ResultText.VariationsButton(), new ResultAction.Variations(id))),
                List.of(
                        new Button(new ResultText.RefineButton(), new ResultAction.Refine(id)),
                        new Button(new ResultText.PromptButton(), new ResultAction.Prompt(id))));
    }

    @Override
    public List<Button> beginnings() {
        return List.of(new Button(new PictureText.CreateButton(), new PictureAction.Begin()));
    }
}
