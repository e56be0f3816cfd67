package app.aisha.bot.avatar;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.avatar.Gender;
import app.aisha.core.avatar.TrainingType;

/** Buttons on the way to a new avatar. */
public sealed interface WizardAction extends Action {

    /** Offers the types. */
    @Wire("aw.new")
    record Begin() implements WizardAction {}

    @Wire("aw.about")
    record About(TrainingType type) implements WizardAction {}

    @Wire("aw.cmp")
    record Compare() implements WizardAction {}

    @Wire("aw.type")
    record ChooseType(TrainingType type) implements WizardAction {}

    @Wire("aw.why")
    record WhyGender() implements WizardAction {}

    /** Of a portrait; a name is awaited next. */
    @Wire("aw.sex")
    record ChooseGender(Gender gender) implements WizardAction {}
}
