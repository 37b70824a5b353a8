from __future__ import annotations

from knowledge.reader.pieces import RAREST, Pieces

SCORES = {"▁": -3.0, "▁мос": -9.0, "ква": -9.0, "▁москва": -11.0, "м": -8.0, "▁в": -4.5, "а": -7.0}
PIECES = Pieces(SCORES, first=4, unknown=3)
NUMBERS = {piece: number for number, piece in enumerate(SCORES, 4)}


def test_the_likeliest_way_of_a_word_wins_over_the_longest_first_piece() -> None:
    assert PIECES.numbers("москва") == [NUMBERS["▁москва"]]
    assert PIECES.numbers("мосма") == [NUMBERS["▁мос"], NUMBERS["м"], NUMBERS["а"]]


def test_words_are_split_apart_and_spaces_do_not_count() -> None:
    assert PIECES.numbers("  в   москва ") == [NUMBERS["▁в"], NUMBERS["▁москва"]]
    assert PIECES.numbers("") == []


def test_a_letter_without_a_piece_is_unknown_and_the_rest_is_read() -> None:
    assert PIECES.numbers("мос漢") == [NUMBERS["▁мос"], 3]


def test_rarity_grows_as_a_piece_gets_less_likely() -> None:
    rarity = [PIECES.rarity(NUMBERS[piece]) for piece in ("▁", "▁в", "▁мос", "▁москва")]
    assert rarity == sorted(rarity)
    assert rarity[0] == 0
    assert rarity[-1] <= RAREST
