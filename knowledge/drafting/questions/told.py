"""The example questions of each statement, and which of them the article itself tells to be of it."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.drafting.questions.statement import article_questions, statement_questions
from knowledge.drafting.questions.topical import paragraph_topics, topical_questions
from knowledge.drafting.statements.model import DraftStatement, StatementKind


class ToldQuestions:
    """`told`: what the article asks before a statement, and what asks of it by the topic of its paragraph."""

    def __init__(self, statements: Sequence[DraftStatement]) -> None:
        self._topics = paragraph_topics(statements)
        self.told: set[str] = set()

    def of(self, one: DraftStatement) -> list[str]:
        if one.kind not in (StatementKind.TOLD, StatementKind.SAID):
            return one.asked
        asked = statement_questions(one)
        topic = self._topics.get(one.paragraph) if one.speaker is None else None
        of_topic = topical_questions(topic, asked, one.text) if topic is not None else []
        self.told.update([*article_questions(one), *of_topic])
        return [*asked, *of_topic]
