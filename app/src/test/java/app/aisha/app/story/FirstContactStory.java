package app.aisha.app.story;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Town.Intake.class)
class FirstContactStory {

    private final Town town;

    FirstContactStory(Town.Intake intake) {
        town = Town.with(intake);
    }

    @BeforeEach
    void calm() {
        town.calm();
    }

    @Test
    void dilnaraIsWelcomedInRussianAndFindsHerWay() {
        var dilnara = town.person("Диля <3 & Co", "ru");

        dilnara.says("/start");
        dilnara.sees("Здравствуйте, Диля <3 & Co! Я Айша.");

        dilnara.taps("❓ Помощь");
        dilnara.sees("Что я умею");
        dilnara.taps("‹ Назад");
        dilnara.sees("Главное меню");

        dilnara.says("как дела?");
        dilnara.sees("Отправьте мне запись");
    }

    @Test
    void johnIsWelcomedInEnglishAndSwitchesToRussian() {
        var john = town.person("John", "en-GB");

        john.says("/start");
        john.sees("Hello, John! I’m Aisha.");

        john.says("/language");
        john.taps("Русский");
        john.sees("На каком языке мне с вами говорить?");

        john.says("/menu");
        john.sees("Главное меню");
    }

    @Test
    void aCommandNobodyKnowsOpensTheMenu() {
        var john = town.person("John", "de");

        john.says("/frobnicate");
        john.sees("There is no such command.");
        john.says("/cancel");
        john.sees("There is nothing to stop.");
    }
}
