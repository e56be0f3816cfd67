package app.aisha.bot.avatar;

import app.aisha.bot.screen.Text;

/** Words on the way to a new avatar. */
public sealed interface WizardText extends Text {

    record ChooseType() implements WizardText {}

    record PortraitButton() implements WizardText {}

    record StyleButton() implements WizardText {}

    record ObjectButton() implements WizardText {}

    record AboutButton(Text type) implements WizardText {}

    record CompareButton() implements WizardText {}

    record TakeButton(Text type) implements WizardText {}

    record AboutPortrait(int least, int most) implements WizardText {}

    record AboutStyle(int least, int most) implements WizardText {}

    record AboutObject(int least, int most) implements WizardText {}

    record Comparison() implements WizardText {}

    record ChooseGender() implements WizardText {}

    record MaleButton() implements WizardText {}

    record FemaleButton() implements WizardText {}

    record OtherButton() implements WizardText {}

    record WhyButton() implements WizardText {}

    record WhyGender() implements WizardText {}

    record AskName(int shortest, int longest) implements WizardText {}

    record TooMany(int limit) implements WizardText {}

    record Begun(String name) implements WizardText {}
}
