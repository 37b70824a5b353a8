"""The report of an evaluation: counts by kind, cost, calibration of confidence, failures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from bot.evaluation.judging import COST, JudgedReply, Verdict
from knowledge.results import Answer, Choices, Refusal, Result

FAMILIES = {
    "in the base": ("direct", "paraphrase", "terse", "colloquial", "long"),
    "typing": ("typo", "latin", "layout"),
    "double": ("double",),
    "conversation": ("conversation",),
    "near misses": ("near",),
    "far misses": ("far",),
    "general": ("general",),
}
_HEAD = f"{{:<14}}{'right':>12}{'':>8}{'form':>7}{'wrong':>7}{'refused':>9}{'offered':>9}{'cost':>7}"
_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def table(judged: Sequence[JudgedReply]) -> Iterator[str]:
    """A line for each kind and each family of kinds, with counts."""
    yield _HEAD.format("kind")
    for family, kinds in FAMILIES.items():
        some = [one for one in judged if one.golden.kind in kinds]
        if not some:
            continue
        if len(kinds) > 1:
            for kind in kinds:
                rows = [one for one in some if one.golden.kind == kind]
                if rows:
                    yield _row(f"  {kind}", rows)
        yield _row(family, some)
    inside = [one for one in judged if not one.golden.must_be_refused]
    outside = [one for one in judged if one.golden.must_be_refused]
    yield ""
    for name, some in (("all, in base", inside), ("all, outside", outside), ("all", list(judged))):
        if some:
            yield _row(name, some)


def _row(name: str, some: Sequence[JudgedReply]) -> str:
    counts = {verdict: sum(one.verdict is verdict for one in some) for verdict in Verdict}
    right = counts[Verdict.RIGHT]
    cost = sum(COST[one.verdict] for one in some) / len(some)
    return (
        f"{name:<14}{f'{right}/{len(some)}':>12}{right / len(some):>8.3f}{counts[Verdict.FORM]:>7}"
        f"{counts[Verdict.WRONG]:>7}{counts[Verdict.REFUSED]:>9}{counts[Verdict.OFFERED]:>9}{cost:>7.2f}"
    )


def by_form(judged: Sequence[JudgedReply]) -> Iterator[str]:
    """A line for each form that was read, each kind and each persona, of questions with an answer.

    `form` counts right facts under a first line that does not say what was asked.
    """
    inside = [one for one in judged if not one.golden.must_be_refused]
    sections: dict[str, list[tuple[str, JudgedReply]]] = {
        "form read": [(one.result.form.value, one) for one in inside],
        "kind": [(one.golden.kind, one) for one in inside],
        "persona": [(one.golden.persona, one) for one in inside if one.golden.persona],
    }
    for title, pairs in sections.items():
        if pairs:
            yield _HEAD.format(title)
            for name in sorted({name for name, _ in pairs}):
                yield _row(name, [one for other, one in pairs if other == name])
            yield ""


def calibration(judged: Sequence[JudgedReply]) -> Iterator[str]:
    """How often replies were right, by the confidence that they stated."""
    yield f"{'confidence':<14}{'replies':>9}{'stated':>9}{'right':>9}"
    for low, high in pairwise(_BINS):
        some = [one for one in judged if low <= one.result.confidence < high]
        if some:
            stated = sum(one.result.confidence for one in some) / len(some)
            right = sum(one.verdict is Verdict.RIGHT for one in some) / len(some)
            yield f"{f'{low:.1f}-{min(high, 1):.1f}':<14}{len(some):>9}{stated:>9.2f}{right:>9.2f}"


def speed(judged: Sequence[JudgedReply]) -> str:
    times = sorted(one.ms for one in judged)
    return f"engine time: median {median(times):.2f} ms, p99 {times[int(len(times) * 0.99)]:.2f} ms"


def lengths(judged: Sequence[JudgedReply]) -> str:
    """How long replies are, without the collapsed quote and with it."""
    replies = [one for one in judged if one.reply]
    whole = [len(one.reply) for one in replies] or [0]
    shown = [len(one.reply) - one.folded for one in replies] or [0]
    return f"length of a reply: median {median(shown):.0f} characters, with the quote {median(whole):.0f}"


def failures(judged: Sequence[JudgedReply]) -> Iterator[str]:
    """Each failure: question, expected facts, given facts, and the rule that decided."""
    for one in judged:
        if one.verdict is not Verdict.RIGHT:
            golden = one.golden
            wanted = " | ".join("+".join(sorted(facts)) for facts in golden.sets) or "a refusal"
            before = "".join(f"{turn} → " for turn in golden.before)
            yield (
                f"{one.verdict:<8} {golden.kind:<12} {before}{golden.ask}\n"
                f"         wanted {wanted}; given {_given(one.result)}{_first_line(one)}"
            )


def _first_line(judged: JudgedReply) -> str:
    """The first line of the reply, where that is what is wrong."""
    first = judged.reply.split("\n", 1)[0]
    return f"\n         first line: {first}" if judged.verdict is Verdict.FORM else ""


def _given(result: Result) -> str:
    name = f"{type(result).__name__.lower()} by {result.rule} ({result.confidence:.2f})"
    match result:
        case Answer():
            return f"{name}: {'+'.join(dict.fromkeys(shown.fact.id for shown in result.shown)) or 'no fact'}"
        case Choices():
            return f"{name}: {'/'.join(option.fact.id for option in result.options)}"
        case Refusal():
            return f"{name}: {result.reason}{' ' + ', '.join(result.named) if result.named else ''}"
