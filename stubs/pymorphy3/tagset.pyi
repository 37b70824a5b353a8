class OpencorporaTag:
    POS: str | None
    animacy: str | None
    aspect: str | None
    case: str | None
    gender: str | None
    involvement: str | None
    mood: str | None
    number: str | None
    person: str | None
    tense: str | None
    transitivity: str | None
    voice: str | None
    @property
    def grammemes(self) -> frozenset[str]: ...
    def __contains__(self, grammeme: str | set[str] | frozenset[str]) -> bool: ...
