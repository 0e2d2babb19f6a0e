"""The learners of the demo, and what each of them shows."""

from datetime import timedelta

from bot.journeys.demo.deeds import Call, Deeds, Said
from bot.journeys.demo.people import KARIM, LIEN, Habit, Person
from bot.safeguarding.flags import Flag
from bot.safeguarding.sharing import SharedWith

GROUP = "Avondles bouw"
"""A class of Lien's: those of her learners who work in construction."""

QUESTION = Said(
    False, "Dag Lien, maandag begin ik bij een nieuwe werf. Welke papieren neem ik mee?", timedelta(hours=20)
)
CHILDCARE = Said(
    False, "Bonjour, ik heb een vraag over de crèche. Kan u mij bellen, morgen na 16 uur?", timedelta(days=2, hours=3)
)
THANKS = (
    Said(True, "Dag Oksana, veel succes morgen met het gesprek!", timedelta(days=6)),
    Said(False, "Дякую! Співбесіда була добра.", timedelta(days=5)),
    Said(True, "Wat fijn. Ik bel je woensdag om te horen hoe het verder gaat.", timedelta(days=5, hours=-3)),
)
HOURS = Said(False, "Merhaba, cumartesi çalışmak zorunda mıyım?", timedelta(hours=5))

LEARNERS = (
    Person(
        "Amina",
        "ar",
        "construction",
        Habit("024", "18:00"),
        LIEN,
        level="A1",
        deeds=Deeds(
            said=(QUESTION,),
            skills=("skill.building.painting", "skill.care.children", "skill.talking.languages"),
            moods=((4, 3, True), (5, 10, True)),
            missions=((9, True), (20, True)),
            exports=True,
            target="job.construction.mason_helper",
            unit=("construction.finishing", 12),
        ),
    ),
    Person(
        "Mehmet",
        "tr",
        "construction",
        Habit("01234", "12:00", faithful=0.85),
        LIEN,
        knows=0.55,
        deeds=Deeds(
            said=(HOURS,),
            skills=("skill.building.walls", "skill.building.tools"),
            own_skills=("On yıl duvarcı olarak çalıştım.",),
            # Kept to himself.
            moods=((3, 3, False), (2, 10, False)),
            word=("de steiger", 2),
        ),
    ),
    Person(
        "Oksana",
        "uk",
        "care",
        Habit("024", "20:00", faithful=0.95),
        KARIM,
        level="A1",
        knows=0.75,
        deeds=Deeds(
            said=THANKS,
            skills=("skill.care.elderly", "skill.care.first_aid", "skill.cooking.dishes"),
            missions=((4, True),),
            steps=(("work", 5),),
            moods=((5, 4, True),),
            exports=True,
        ),
    ),
    # Gone quiet.
    Person("Bahram", "fa", "construction", Habit("024", "07:00", stopped=17), LIEN, unanswered=6),
    # In a pause.
    Person("Zmarai", "ps", "construction", Habit("024", "18:00", stopped=6), LIEN, knows=0.5, pause=timedelta(days=12)),
    Person(
        "Hodan",
        "so",
        "care",
        Habit("024", "16:00", weeks=6),
        KARIM,
        deeds=Deeds(call=Call(None, timedelta(hours=26), taken_on=timedelta(hours=20)), moods=((2, 2, True),)),
    ),
    Person("Selam", "ti", "office", Habit("01234", "18:00", weeks=3), KARIM, knows=0.5),
    # Back after an absence.
    Person("Lucía", "es", "office", Habit("0123456", "20:00", away=(26, 5)), KARIM, knows=0.7),
    Person(
        "Viktor",
        "ru",
        "metal",
        Habit("56", "12:00"),
        LIEN,
        deeds=Deeds(skills=("skill.making.factory", "skill.repairing.cars"), steps=(("diploma", 21),)),
    ),
    Person("Blessing", "en", "care", Habit("0123456", "20:00", faithful=0.7), KARIM, level="A1", knows=0.7),
    # Shares nothing, and asks all the same.
    Person("Mamadou", "fr", "construction", Habit("024", "18:00"), KARIM, shares=False, deeds=Deeds(said=(CHILDCARE,))),
    # In listen mode.
    Person("Yusuf", "ar", "construction", Habit("024", "16:00", faithful=0.6), LIEN, script="none", knows=0.45),
    # Asks for a call, and lets the counsellor know why.
    Person(
        "ليلى",
        "ar",
        "care",
        Habit("135", "19:00", weeks=5),
        LIEN,
        knows=0.65,
        deeds=Deeds(call=Call(Flag.EXPLOITATION, timedelta(hours=3), SharedWith.COUNSELLOR), moods=((1, 1, True),)),
    ),
    # Asks for a call, and says no more.
    Person(
        "Dawit", "ti", "metal", Habit("024", "18:00", weeks=4), LIEN, deeds=Deeds(call=Call(None, timedelta(hours=1)))
    ),
    Person(
        "پریسا", "fa", "care", Habit("0246", "21:00"), LIEN, level="A1", knows=0.7, deeds=Deeds(missions=((2, True),))
    ),
    # Began this week.
    Person("Ibrahim", "tr", "construction", Habit("0123456", "18:00", weeks=1, faithful=1.0, away=(7, 5)), LIEN),
    Person("Світлана", "uk", "office", Habit("0123456", "17:00", weeks=1, faithful=1.0, away=(7, 5)), KARIM, knows=0.7),
    Person(
        "Ahmad",
        "fa",
        "construction",
        Habit("024", "06:30", faithful=0.8),
        LIEN,
        level="A1",
        knows=0.65,
        deeds=Deeds(skills=("skill.building.roof",), word=("de troffel", 5), missions=((12, False),)),
    ),
    Person("Fatuma", "so", "office", Habit("13", "14:00"), KARIM, shares=False),
    Person("Jorge", "es", "metal", Habit("024", "18:00"), LIEN, knows=0.7, deeds=Deeds(steps=(("training", 12),))),
    Person("Grace", "en", "care", Habit("0246", "20:00", faithful=0.8), KARIM, level="A1", knows=0.75),
    Person("نسیمه", "ps", "office", Habit("024", "10:00", weeks=7), KARIM, script="none", knows=0.4),
    Person(
        "Karima", "fr", "care", Habit("01234", "20:00"), LIEN, level="A1", knows=0.8, deeds=Deeds(missions=((6, True),))
    ),
    Person("Musa", "tr", "construction", Habit("024", "18:00", weeks=6, faithful=0.7), LIEN, knows=0.5),
)
