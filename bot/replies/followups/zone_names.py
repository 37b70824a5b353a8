"""Time zones in Russian: «время московское», «время города Берлин»."""

from __future__ import annotations

from collections.abc import Mapping

from babel import Locale

_ADJECTIVES: Mapping[str, str] = {
    "Europe/Kaliningrad": "калининградское",
    "Europe/Moscow": "московское",
    "Europe/Simferopol": "московское",
    "Europe/Kirov": "московское",
    "Europe/Volgograd": "московское",
    "Europe/Samara": "самарское",
    "Europe/Saratov": "самарское",
    "Europe/Ulyanovsk": "самарское",
    "Europe/Astrakhan": "самарское",
    "Asia/Yekaterinburg": "екатеринбургское",
    "Asia/Omsk": "омское",
    "Asia/Novosibirsk": "новосибирское",
    "Asia/Barnaul": "барнаульское",
    "Asia/Tomsk": "томское",
    "Asia/Novokuznetsk": "новокузнецкое",
    "Asia/Krasnoyarsk": "красноярское",
    "Asia/Irkutsk": "иркутское",
    "Asia/Chita": "читинское",
    "Asia/Yakutsk": "якутское",
    "Asia/Vladivostok": "владивостокское",
    "Asia/Sakhalin": "сахалинское",
    "Asia/Magadan": "магаданское",
    "Asia/Srednekolymsk": "среднеколымское",
    "Asia/Kamchatka": "камчатское",
    "Asia/Anadyr": "анадырское",
    "Europe/Minsk": "минское",
    "Europe/Kyiv": "киевское",
    "Asia/Almaty": "алматинское",
    "Asia/Tashkent": "ташкентское",
    "Asia/Shanghai": "пекинское",
    "Asia/Tbilisi": "тбилисское",
    "Asia/Yerevan": "ереванское",
    "Asia/Baku": "бакинское",
    "UTC": "всемирное (UTC)",
}


def zone_words(zone: str) -> str:
    """How a zone is called in a sentence."""
    adjective = _ADJECTIVES.get(zone)
    return f"время {adjective}" if adjective else f"время города {_city(zone)}"


def place_words(city: str, zone: str) -> str:
    """A city with its time: «Сургут, время екатеринбургское»; «Берлин», whose time has no other name."""
    return f"{city}, {zone_words(zone)}" if zone in _ADJECTIVES and zone != "UTC" else city


def known_zone(city: str, zone: str) -> str:
    """A zone without the city that was chosen, which is not kept: «время владивостокское» of Khabarovsk."""
    return zone_words(zone) if zone in _ADJECTIVES else city


def _city(zone: str) -> str:
    known = Locale("ru").time_zones.get(zone, {})
    return str(known.get("city") or zone.rpartition("/")[2].replace("_", " "))
