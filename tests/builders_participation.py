"""Hearings and ideas, put straight into the database."""

from datetime import date
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.participation.models import Hearing, Idea
from welfare.rules.participation import Decision, Heard, HearingWay, IdeaState

WISH = "Pihalle penkkejä välitunteja varten."


def a_hearing(village: Village, writer: Someone, about: str = "Pihan suunnitelma", *, effect: str = "") -> UUID:
    """The student council was heard two weeks ago."""
    hearing_id = uuid4()
    with village.work() as work:
        work.session.add(
            Hearing(
                id=hearing_id,
                unit_id=village.school_id,
                controller_id=village.provider_id,
                held_on=date(2026, 11, 9),
                heard=Heard.PUPILS,
                whom="Oppilaskunnan hallitus",
                way=HearingWay.COUNCIL,
                count=9,
                about=about,
                said="Penkkejä on liian vähän.",
                effect=effect,
                saved_by=writer.account_id,
            )
        )
    return hearing_id


def an_idea(
    village: Village, class_id: UUID, text: str = WISH, *, state: IdeaState = IdeaState.RECEIVED, answer: str = ""
) -> UUID:
    """An idea of a class, of this month."""
    idea_id = uuid4()
    with village.work() as work:
        work.session.add(
            Idea(
                id=idea_id,
                unit_id=village.school_id,
                controller_id=village.provider_id,
                class_id=class_id,
                given_on=date(2026, 11, 1),
                text=text,
                state=state,
                decision=Decision.YES if state in {IdeaState.DECIDED, IdeaState.ANSWERED} else None,
                answer_fi=answer,
                answer_sv="",
            )
        )
    return idea_id
