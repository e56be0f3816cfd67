package app.aisha.app.story;

/** What somebody does on the way to an avatar. */
record AvatarSession(Control telegram) {

    /** At the photos of a draft, with enough of them. */
    Person withPhotos(String name, int count) {
        var dilnara = new Person(telegram, "Диля", "ru");
        dilnara.says("/avatars");
        dilnara.taps("➕ Создать аватар");
        dilnara.taps("👤 Портрет — советую");
        dilnara.taps("Женщина");
        dilnara.sees("Как его назвать?");
        dilnara.says(name);
        dilnara.sees("шаг 4 из 4");
        for (var photo : PhotoSession.portraits(count, name.hashCode())) {
            dilnara.sends("photo", "photo.jpg", photo);
        }
        dilnara.sees(count + " хороших фотографий");
        return dilnara;
    }

    void agrees(Person person, String name) {
        person.taps("✅ Продолжить");
        person.sees(name + ": как обучать?");
        person.taps(person.labelWith("Быстро · 100 кредитов"));
        person.sees("Проверьте перед обучением");
        person.taps("🚀 Обучить за 100 кредитов");
    }
}
