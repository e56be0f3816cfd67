package app.aisha.bot.menu;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;

/** Buttons that lead to the menu and its pages. */
public sealed interface MenuAction extends Action {

    @Wire("menu")
    record OpenMenu() implements MenuAction {}

    @Wire("menu.help")
    record OpenHelp() implements MenuAction {}

    @Wire("menu.profile")
    record OpenProfile() implements MenuAction {}

    @Wire("menu.record")
    record HowToRecord() implements MenuAction {}
}
