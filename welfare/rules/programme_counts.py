"""What programmes have counted in a term, as it may be told: one by one, all of a kind together, by answer (COM §4).

All programmes of one kind in a unit are one release, for their sum is told too; what is divided further comes after it
and keeps to it. Terms are never summed, so each is a release of its own, the same from whichever year one looks. It is
made once, when the term is over: of two looks at a count that grows the one less the other tells of who came between.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from welfare.rules.programmes import Counted
from welfare.rules.suppression_dimensions import ALL, Dimension
from welfare.rules.suppression_plan import Cell, Plan, Released, View
from welfare.rules.suppression_release import Release, release

PROGRAMME, ANSWER = "programme", "answer"
UNANSWERED = ""


@dataclass(frozen=True)
class TermCounts:
    """One tally in one term: the entries of every programme of a kind."""

    entries: Mapping[UUID, Sequence[Counted]]
    floor: int
    of_pupils: bool
    """Whether a small number may tell of a pupil; lessons and hours tell of none."""
    is_over: bool
    """Whether the term has ended; counts of pupils are told of no other."""

    def total(self, programme_id: UUID) -> int | None:
        """How many one programme has counted; None where it may not be told."""
        if not self.of_pupils:
            return sum(entry.count for entry in self.entries[programme_id])
        if not self.is_over:
            return None
        return self._released.figure(programme=programme_id).count

    @property
    def whole(self) -> int | None:
        """How many all of them have counted together."""
        if not self.of_pupils:
            return sum(entry.count for entries in self.entries.values() for entry in entries)
        if not self.is_over:
            return None
        return self._released.figure().count

    def shares(self, programme_id: UUID, question: str, answers: Sequence[str]) -> tuple[int | None, ...]:
        """How many one programme has counted under each answer to a question."""
        counts = self._by_answer(question)
        if not self.of_pupils:
            return tuple(counts[programme_id, answer] for answer in answers)
        if not self.is_over:
            return tuple(None for _answer in answers)
        keys = [*answers, *sorted({str(cell[1]) for cell in counts} - set(answers) - {UNANSWERED}), UNANSWERED]
        dimensions = Dimension.flat(PROGRAMME, self.entries), Dimension.flat(ANSWER, keys)
        views: Sequence[View] = ({PROGRAMME: PROGRAMME, ANSWER: ANSWER}, {PROGRAMME: PROGRAMME}, {})
        before = self._released.released
        shown = {(*cell, ALL): count for cell, count in before.shown.items()}
        hidden = frozenset((*cell, ALL) for cell in before.hidden)
        found = release(Plan(dimensions, views, self.floor, Released(shown, hidden)), counts)
        return tuple(found.figure(programme=programme_id, answer=answer).count for answer in answers)

    @property
    def _released(self) -> Release:
        counts: dict[Cell, int | None] = {
            (id,): sum(entry.count for entry in entries) for id, entries in self.entries.items()
        }
        plan = Plan((Dimension.flat(PROGRAMME, self.entries),), ({PROGRAMME: PROGRAMME}, {}), self.floor)
        return release(plan, counts)

    def _by_answer(self, question: str) -> Counter[Cell]:
        counts: Counter[Cell] = Counter()
        for id, entries in self.entries.items():
            for entry in entries:
                counts[id, entry.answers.get(question, UNANSWERED)] += entry.count
        return counts
