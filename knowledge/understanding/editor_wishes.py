"""What an editor wants of the base, in words: «добавь сведение: …», «отмени последнюю правку», «входящие»."""

from __future__ import annotations

from knowledge.data.tables import read_words
from knowledge.language.tokens import normalize, tokens
from knowledge.results import EditorWish, EditorWishKind, Wish
from knowledge.understanding.phrase_patterns import begins, every_phrase
from knowledge.understanding.wishes import read_wish

_FILLERS = read_words("requests/wish_fillers")
_OPEN = "+"
_AROUND = " ,.:;—–-\n"


def read_editor_wish(text: str) -> EditorWish | None:
    """The wish that a whole message is; None where it asks, or is a wish that a reader may have."""
    found = tokens(text)
    words = [frozenset({normalize(token.word)}) for token in found]
    first = next((at for at, word in enumerate(words) if not word <= _FILLERS), None)
    if first is None or not begins("editor_wishes", words[first]) or text.rstrip().endswith("?"):
        return None
    if read_wish(text) not in (None, Wish.ACT):
        return None
    phrases = [one for one in every_phrase("editor_wishes", words) if one[1] == first]
    for label, _, end in sorted(phrases, key=lambda one: -one[2]):
        if label.endswith(_OPEN) or all(word <= _FILLERS for word in words[end:]):
            said = text[found[end - 1].end :].lstrip(_AROUND).rstrip()
            return EditorWish(kind=EditorWishKind(label.removesuffix(_OPEN)), said=said)
    return None
