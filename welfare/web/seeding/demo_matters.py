"""Matters of the demonstration: one being asked about, one in full work, one followed up, one closed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID, uuid4

from welfare.cases.actions import ProposeCase
from welfare.consents.actions import RecordWill
from welfare.disclosures.passages import Excerpt
from welfare.rules.answers import default_valid_to
from welfare.rules.cases import CaseState, Initiator
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, Way
from welfare.rules.disclosure import DisclosureGround
from welfare.rules.journal import EntryKind
from welfare.web.seeding import case_scenes, demo_disclosures
from welfare.web.seeding import demo_texts as texts
from welfare.web.seeding.demo_disclosures import Passage
from welfare.web.seeding.director import Thread
from welfare.web.seeding.troupe import Troupe
from welfare.web.seeding.wills import answers, handling, membership, prohibition

EXPIRES_IN = timedelta(days=9)


def matters(troupe: Troupe) -> "list[Matter]":
    """Every matter of the demonstration."""
    return [
        Asked(troupe, "p000487", "elli", texts.JUSSILA),
        InWork(troupe, "p000220", "elli", texts.SUOMINEN),
        LeavingOut(troupe, "p000916", "elli", texts.NEVALAINEN),
        FollowedUp(troupe, "p000877", "linda", texts.VALKONEN),
        Closed(troupe, "p000747", "elli", texts.LINDQVIST),
        Closed(troupe, "p000916", "elli", texts.NEVALAINEN_EARLIER, texts.NEVALAINEN_ENDED),
    ]


@dataclass
class Matter:
    """One pupil's matter under one lead; what each becomes, its kind says."""

    troupe: Troupe
    pupil: str
    lead: str
    words: texts.Words
    case_id: UUID = field(init=False)
    initiator: Initiator = field(init=False)
    is_met_about: ClassVar[bool] = False
    """Whether it is an item of the coming meeting."""
    has_plan: ClassVar[bool] = False
    """Whether a plan has been agreed on."""

    def play(self) -> Thread:
        """Its weeks, scene by scene; every kind of matter has its own."""
        raise NotImplementedError

    def propose(self, initiator: Initiator = Initiator.STAFF) -> None:
        """The lead proposes it today."""
        self.initiator = initiator
        command = ProposeCase(
            subject=self.words.subject,
            title=self.words.title,
            background=self.words.background,
            initiator=initiator,
            initiated_on=self.today,
        )
        stage, pupil = self.troupe.stage, self.troupe.pupils[self.pupil]
        self.case_id = case_scenes.propose(stage, self.player(self.lead), pupil.id, command).id

    def consent(self, *members: str, until: date | None = None) -> None:
        """The pupil consents to the members by name."""
        self.say(
            *(
                will
                for name in members
                for will in answers(
                    self.troupe.pupils[self.pupil],
                    membership(self.troupe.players[name].person_id, until or default_valid_to(self.today)),
                    self.today,
                )
            )
        )

    def handle(self, *members: str) -> None:
        """The pupil consents to the handling, to the lead and to these members."""
        self.say(*answers(self.troupe.pupils[self.pupil], handling(self.today), self.today))
        self.consent(self.lead, *members)

    def say(self, *commands: RecordWill) -> list[UUID]:
        """The lead records what was said."""
        return case_scenes.record(self.troupe.stage, self.player(self.lead), self.case_id, commands)

    def step(self, wanted: CaseState, reason: str = "") -> None:
        """The lead takes it on."""
        case_scenes.step(self.troupe.stage, self.player(self.lead), self.case_id, wanted, reason)

    def begin_journal(self) -> None:
        """Open it, and write the opening."""
        self.step(CaseState.OPEN)
        words = self.words
        document = {"subject": words.title, "background": words.background, "initiator": self.initiator.value}
        self.write(self.lead, EntryKind.OPENING, document)

    def write(self, who: str, kind: EntryKind, document: Mapping[str, Any]) -> UUID:
        """A member writes into the journal."""
        return case_scenes.write(self.troupe.stage, self.player(who), self.case_id, kind, dict(document))

    def note(self, who: str, heading: str, text: str) -> UUID:
        """A member writes a note."""
        return self.write(who, EntryKind.NOTE, {"heading": heading, "information": text})

    def player(self, name: str) -> UUID:
        """The account of one of the cast."""
        return self.troupe.players[name].id

    @property
    def today(self) -> date:
        """The day of the scene."""
        return self.troupe.stage.today


class Asked(Matter):
    """Proposed on a talk's ground; the pupil has said yes to the class teacher and not yet to the rest."""

    def play(self) -> Thread:
        """Two scenes, and then it waits."""
        yield self.troupe.at(-5, "10.30")
        self.propose()
        yield self.troupe.at(-4, "11.45")
        self.consent(self.lead, "marjatta")


class InWork(Matter):
    """Open for weeks: a full group, a meeting, notes, a correction, the pupil's words, a disclosure."""

    is_met_about = True

    def play(self) -> Thread:
        """The whole of it."""
        yield self.troupe.at(-26, "9.00")
        self.propose()
        yield self.troupe.at(-25, "12.30")
        self.handle("marjatta", "maria")
        self.consent("maarit", until=self.troupe.diary.today + EXPIRES_IN)
        self.refuse("linda")
        yield self.troupe.at(-24, "9.10")
        self.begin_journal()
        self.shut_out("linnea")
        yield self.troupe.at(-21, "14.20")
        self.meet()
        yield self.troupe.at(-14, "10.10")
        self.note("maria", "Vastaanotolla", texts.SUOMINEN_NURSE)
        yield self.troupe.at(-9, "15.00")
        wrong = self.note("marjatta", "Poissaolot", texts.SUOMINEN_WRONG)
        yield self.troupe.at(-8, "8.50")
        self.correct("marjatta", wrong)
        yield self.troupe.at(-6, "9.40")
        self.write("elli", EntryKind.OWN_WORDS, {"information": texts.SUOMINEN_OWN_WORDS})
        self.invite_outsider()
        yield self.troupe.at(-4, "12.05")
        self.disclose()

    def refuse(self, name: str) -> None:
        """The pupil does not want somebody in the group."""
        asked = membership(self.troupe.players[name].person_id, None)
        self.say(*answers(self.troupe.pupils[self.pupil], asked, self.today, Answer.REFUSED))

    def shut_out(self, name: str) -> None:
        """A worker is related to the pupil."""
        person_id = self.troupe.players[name].person_id
        case_scenes.shut_out(self.troupe.stage, self.player(self.lead), self.case_id, person_id, texts.RELATED)

    def meet(self) -> None:
        """The group meets with the pupil and a guardian."""
        pupil, players = self.troupe.pupils[self.pupil], self.troupe.players
        present = [
            {"id": pupil.id.hex, "name": pupil.name, "position": "oppilas"},
            *(
                {"id": players[name].person_id.hex, "name": players[name].part.name, "position": position}
                for name, position in texts.SUOMINEN_PRESENT
            ),
        ]
        shared = {"subject": self.words.title, "background": self.words.background, "initiator": self.initiator.value}
        until = self.troupe.diary.day(10).isoformat()
        measures = [{**each, "until": until} for each in texts.SUOMINEN_MEASURES]
        document = {**shared, **texts.SUOMINEN_MEETING, "participants": present, "measures": measures}
        self.write("elli", EntryKind.MEETING, document)

    def correct(self, who: str, entry_id: UUID) -> None:
        """The author corrects a mistake."""
        corrected = {"heading": "Poissaolot", "information": texts.SUOMINEN_RIGHT}
        document = {"reason": texts.SUOMINEN_REASON, "corrected": corrected}
        case_scenes.correct(self.troupe.stage, self.player(who), self.case_id, entry_id, document)

    def invite_outsider(self) -> None:
        """A youth worker may take part, by specific written consent."""
        self.say(
            RecordWill(
                kind=ConsentKind.OUTSIDER_PARTICIPATION,
                answer=Answer.GIVEN,
                giver_id=self.troupe.pupils[self.pupil].id,
                capacity=GiverCapacity.SELF,
                outsider_id=uuid4(),
                given_on=self.today,
                valid_to=default_valid_to(self.today),
                way=Way.PAPER,
                language="fi",
                words=texts.YOUTH_WORKER,
                is_to_join=True,
            )
        )

    def disclose(self) -> None:
        """The teachers are told what to do and not why; the principal reads a part of the plan, and a paper waits."""
        stage, lead, met_on = self.troupe.stage, self.player("elli"), self.troupe.diary.day(-21)
        demo_disclosures.tell(stage, lead, self.case_id, texts.SUOMINEN_DISCLOSURE, self.troupe.diary.day(20))
        plan = Excerpt(EntryKind.MEETING, met_on, "Toimenpidesuunnitelma", is_voice=False, text=texts.SUOMINEN_PLAN)
        to_principal = Passage(texts.SUOMINEN_TO_PRINCIPAL, DisclosureGround.TEACHING, plan)
        demo_disclosures.give_to(stage, lead, self.case_id, self.troupe.players["karoliina"], to_principal)
        said_on = self.troupe.diary.day(-6)
        words = Excerpt(EntryKind.OWN_WORDS, said_on, "", is_voice=True, text=texts.SUOMINEN_OWN_WORDS)
        to_services = Passage(texts.SUOMINEN_TO_SERVICES, DisclosureGround.SOCIAL_AUTHORITY_REQUEST, words)
        demo_disclosures.print_for(stage, lead, self.case_id, to_services)


class LeavingOut(Matter):
    """The pupil asked for help, and leaves one guardian out."""

    is_met_about = True
    has_plan = True

    def play(self) -> Thread:
        """Until the prohibition stands and the work has begun."""
        yield self.troupe.at(-32, "13.20")
        self.propose(Initiator.STUDENT)
        yield self.troupe.at(-31, "9.30")
        self.handle("maria")
        self.begin_journal()
        yield self.troupe.at(-28, "10.45")
        pupil = self.troupe.pupils[self.pupil]
        (will_id,) = self.say(prohibition(pupil, self.troupe.players["juhani"].person_id, self.today))
        found = (texts.NEVALAINEN_GROUNDS, texts.NEVALAINEN_TOLD)
        case_scenes.assess(self.troupe.stage, self.player("elli"), pupil.id, will_id, found)
        yield self.troupe.at(-7, "14.40")
        self.note("maria", "Keskustelu", texts.NEVALAINEN_NOTE)
        yield self.troupe.at(-5, "9.20")
        demo_disclosures.notify(self.troupe.stage, self.player("elli"), self.case_id, texts.NOTICE_KEPT_IN)
        yield self.troupe.at(-1, "17.50")
        milja, juhani = self.player("milja"), self.troupe.players["juhani"].person_id
        case_scenes.ask_to_leave_out(self.troupe.stage, milja, pupil.id, juhani, texts.NEVALAINEN_WISH)


class FollowedUp(Matter):
    """The psychologist leads, the curator is a member; the plan works and is followed."""

    def play(self) -> Thread:
        """Until follow-up."""
        yield self.troupe.at(-30, "9.15")
        self.propose(Initiator.GUARDIAN)
        yield self.troupe.at(-29, "12.10")
        self.handle("elli", "marjatta")
        self.begin_journal()
        yield self.troupe.at(-17, "11.00")
        self.note("linda", "Seuranta", texts.VALKONEN_NOTE)
        yield self.troupe.at(-11, "13.45")
        self.note("elli", "Yhteinen keskustelu", texts.VALKONEN_CURATOR)
        yield self.troupe.at(-10, "9.00")
        self.step(CaseState.FOLLOW_UP)


@dataclass
class Closed(Matter):
    """What was agreed has been done."""

    summary: str = texts.LINDQVIST_NOTE

    def play(self) -> Thread:
        """From beginning to end."""
        yield self.troupe.at(-34, "10.00")
        self.propose()
        yield self.troupe.at(-33, "9.50")
        self.handle("maria")
        self.begin_journal()
        yield self.troupe.at(-19, "14.15")
        self.note("elli", "Yhteenveto", self.summary)
        yield self.troupe.at(-13, "15.10")
        self.step(CaseState.CLOSED)
