"""Words with which Russian asks, and the kind of thing each asks for."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.results import Slot

QUESTION_WORDS: Mapping[str, Slot] = {
    **dict.fromkeys("кто кого кому кем ком".split(), Slot.PERSON),
    **dict.fromkeys("чей чья чье чьи чьего чьему чьим чьем чьих чьими чьей чью".split(), Slot.PERSON),
    **dict.fromkeys("где куда откуда".split(), Slot.PLACE),
    "когда": Slot.DATE,
    **dict.fromkeys("почему отчего".split(), Slot.REASON),
    **dict.fromkeys("зачем незачем".split(), Slot.PURPOSE),
    **dict.fromkeys("сколько скольких скольким сколькими скоко скока".split(), Slot.NUMBER),
    "насколько": Slot.NUMBER,
    **dict.fromkeys("как каково".split(), Slot.MANNER),
    **dict.fromkeys("что чего чему чем чо че шо".split(), Slot.STATEMENT),
}
"""A word form that asks by itself."""

WHICH = frozenset(
    """
    какой какая какое какие какого какому каким каком какую каких какими каков какова каково каковы
    который которая которое которые которого которому которым котором которую которых
    """.split()
)
"""Forms of «какой», which ask for what the noun after them names."""

WHICH_SUBJECT = frozenset("какой какая какое какие который которая которое которые".split())
"""Those that may stand with the subject."""

NOUNS: Mapping[str, Slot] = {
    **dict.fromkeys(
        "город страна место площадка адрес столица регион край государство локация населенный пункт"
        " местность зал здание помещение континент поселок деревня село район улица остров море океан порт"
        " аэропорт вокзал станция область республика берег дом корпус этаж комната аудитория"
        " кинотеатр стадион парк космодром".split(),
        Slot.PLACE,
    ),
    **dict.fromkeys(
        "дата число день месяц год время срок час период сезон неделя пора век столетие когда".split(),
        Slot.DATE,
    ),
    **dict.fromkeys("человек лицо личность персона фамилия господин товарищ деятель".split(), Slot.PERSON),
    **dict.fromkeys("пост должность звание чин титул статус профессия".split(), Slot.POST),
    **dict.fromkeys("министерство ведомство".split(), Slot.POST),
    **dict.fromkeys("причина основание".split(), Slot.REASON),
    **dict.fromkeys(
        "количество численность сумма цена стоимость доля объем возраст высота длина ширина глубина масса вес"
        " процент скорость размер плата тираж вместимость расстояние".split(),
        Slot.NUMBER,
    ),
    **dict.fromkeys("способ".split(), Slot.MANNER),
    **dict.fromkeys("источник".split(), Slot.SOURCE),
}
"""A noun that, after «какой» or at the head of a terse question, says what is asked for."""

TERMS_OF = frozenset({"срок", "период"})
"""Nouns of time that ask for a date or for how long: «срок гарантии»."""

EXACT = frozenset(
    """
    здание зал помещение адрес улица район этаж кабинет комната аудитория населенный пункт час минута
    """.split()
)
"""Nouns that ask for more than a city or a day: a fact answers only if it mentions such a thing."""

PARTIES = frozenset("страна государство регион край".split())
"""Nouns of place that are a party where no preposition stands before «какой»: «какие страны участвуют»."""

PHRASES: Mapping[tuple[str, ...], Slot] = {
    ("по", "какой", "причине"): Slot.REASON,
    ("из", "за", "чего"): Slot.REASON,
    ("в", "связи", "с", "чем"): Slot.REASON,
    ("с", "чем", "связано"): Slot.REASON,
    ("с", "чего", "вдруг"): Slot.REASON,
    ("за", "что"): Slot.REASON,
    ("для", "чего"): Slot.PURPOSE,
    ("ради", "чего"): Slot.PURPOSE,
    ("с", "какой", "целью"): Slot.PURPOSE,
    ("в", "чем", "цель"): Slot.PURPOSE,
    ("каким", "образом"): Slot.MANNER,
    ("как", "зовут"): Slot.PERSON,
    ("как", "звать"): Slot.PERSON,
    ("как", "называется"): Slot.STATEMENT,
    ("как", "называют"): Slot.STATEMENT,
    ("как", "назвали"): Slot.STATEMENT,
    ("как", "фамилия"): Slot.PERSON,
    ("как", "имя"): Slot.PERSON,
    ("назовите", "имя"): Slot.PERSON,
    ("назови", "имя"): Slot.PERSON,
    ("назовите", "фамилию"): Slot.PERSON,
    ("каково", "число"): Slot.NUMBER,
    ("какое", "число"): Slot.NUMBER,
    ("каково", "количество"): Slot.NUMBER,
    ("кто", "по", "должности"): Slot.POST,
    ("по", "должности"): Slot.POST,
    ("кто", "вообще", "такой"): Slot.POST,
    ("кто", "вообще", "такая"): Slot.POST,
    ("кем", "работал"): Slot.POST,
    ("кем", "работала"): Slot.POST,
    ("кем", "служит"): Slot.POST,
    ("чем", "руководит"): Slot.POST,
    ("чем", "занимается"): Slot.POST,
    ("чем", "заведует"): Slot.POST,
    ("за", "что", "отвечает"): Slot.POST,
    ("в", "котором", "часу"): Slot.DATE,
    ("до", "скольки"): Slot.DATE,
    ("со", "скольки"): Slot.DATE,
    ("кем", "работает"): Slot.POST,
    ("кем", "является"): Slot.POST,
    ("кем", "был"): Slot.POST,
    ("кем", "была"): Slot.POST,
    ("кто", "такой"): Slot.POST,
    ("кто", "такая"): Slot.POST,
    ("кто", "такие"): Slot.POST,
    ("кто", "он"): Slot.POST,
    ("кто", "она"): Slot.POST,
    ("кто", "этот"): Slot.POST,
    ("кто", "эта"): Slot.POST,
    ("кто", "сказал"): Slot.SPEAKER,
    ("кто", "говорил"): Slot.SPEAKER,
    ("кто", "заявил"): Slot.SPEAKER,
    ("кто", "отметил"): Slot.SPEAKER,
    ("кто", "сообщил"): Slot.SPEAKER,
    ("кто", "призвал"): Slot.SPEAKER,
    ("откуда", "инфа"): Slot.SOURCE,
    ("откуда", "информация"): Slot.SOURCE,
    ("откуда", "известно"): Slot.SOURCE,
    ("откуда", "сведения"): Slot.SOURCE,
    ("откуда", "данные"): Slot.SOURCE,
    ("откуда", "взяли"): Slot.SOURCE,
    ("чьи", "слова"): Slot.SPEAKER,
    ("чьи", "это", "слова"): Slot.SPEAKER,
}
"""Words in a row that ask together, the longest that fits first."""

YES_NO = frozenset("ли разве неужели правда верно неправда".split())
"""Words that make a question one of yes or no."""
