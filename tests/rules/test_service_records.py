"""Who keeps which register of the services, and what its notes hold (OHL 20 § 2; ATL 28, 37-43 §; rules 14, 19, 22)."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from welfare.rules.actors import WELFARE_PROFESSIONALS, Actor, Facts, Post, Role, World
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import COUNTY_REGISTERS, Register
from welfare.rules.service_grants import ENDED, LIVE, SERVICE_GRANTS
from welfare.rules.service_records import (
    ROLES_OF,
    TEMPLATES,
    AppointmentState,
    NoteCorrectionBlock,
    NoteField,
    NoteKind,
    ServiceDesk,
    desks_at,
    desks_of,
    may_be_written,
    sections_of,
    what_blocks_correction,
    what_is_foreign,
    what_is_missing,
)

COUNTY, PROVIDER, SCHOOL, ELSEWHERE = (uuid4() for _ in range(4))
TODAY = date(2026, 11, 23)


def working(*posts: tuple[Role, object]) -> Actor:
    """Somebody with posts of the county, each at one school."""
    held = tuple(Post(role, school, COUNTY, frozenset({school})) for role, school in posts)  # type: ignore[arg-type]
    return Actor(uuid4(), uuid4(), World.STAFF, held, full_sign_in=True)


def facts_of_client(register: Register, worker: Actor | None = None) -> Facts:
    return Facts(
        on=TODAY,
        register=register,
        controller_id=COUNTY,
        service_roles=ROLES_OF[register],
        state=LIVE,
        worker_account_id=worker.account_id if worker else None,
    )


def test_every_professional_keeps_exactly_one_register_and_every_county_register_is_kept() -> None:
    kept = [role for roles in ROLES_OF.values() for role in roles]
    assert sorted(kept) == sorted(WELFARE_PROFESSIONALS)
    assert set(ROLES_OF) == COUNTY_REGISTERS


def test_the_psychologists_register_is_nobody_elses() -> None:
    assert ROLES_OF[Register.PSYCHOLOGY] == {Role.PSYCHOLOGIST}
    assert Role.PSYCHOLOGIST not in ROLES_OF[Register.HEALTH]


def test_a_worker_keeps_the_registers_of_the_posts_each_once() -> None:
    actor = working((Role.NURSE, SCHOOL), (Role.NURSE, ELSEWHERE), (Role.CURATOR, ELSEWHERE), (Role.TEACHER, SCHOOL))
    assert desks_of(actor) == (ServiceDesk(Register.HEALTH, COUNTY), ServiceDesk(Register.SOCIAL, COUNTY))
    assert desks_at(actor, SCHOOL) == (ServiceDesk(Register.HEALTH, COUNTY),)
    assert desks_at(actor, None) == ()


def test_where_a_private_provider_runs_the_service_the_register_is_that_providers() -> None:
    post = Post(Role.CURATOR, SCHOOL, PROVIDER, frozenset({SCHOOL}))
    assert desks_of(Actor(uuid4(), uuid4(), World.STAFF, (post,))) == (ServiceDesk(Register.SOCIAL, PROVIDER),)


@pytest.mark.parametrize("role", [role for role in Role if role not in WELFARE_PROFESSIONALS])
def test_no_other_post_keeps_any_register(role: Role) -> None:
    assert desks_of(working((role, SCHOOL))) == ()


@pytest.mark.parametrize("register", sorted(COUNTY_REGISTERS))
@pytest.mark.parametrize("role", sorted(WELFARE_PROFESSIONALS))
def test_even_ones_own_client_is_read_by_a_post_of_its_service_alone(register: Register, role: Role) -> None:
    actor = working((role, SCHOOL))
    granted = decide(actor, Permission.CLIENT_READ, facts_of_client(register, actor)).is_granted
    assert granted is (role in ROLES_OF[register])


def test_a_colleague_of_the_service_reads_nothing_unless_standing_in() -> None:
    saara, colleague = working((Role.CURATOR, SCHOOL)), working((Role.CURATOR, SCHOOL))
    facts = facts_of_client(Register.SOCIAL, saara)
    assert not decide(colleague, Permission.CLIENT_READ, facts).is_granted
    assert decide(colleague, Permission.CLIENT_READ, replace(facts, covers_the_worker=True)).is_granted


def test_a_post_of_another_controller_opens_nothing() -> None:
    saara = working((Role.CURATOR, SCHOOL))
    facts = replace(facts_of_client(Register.SOCIAL, saara), controller_id=PROVIDER)
    assert not decide(saara, Permission.CLIENT_READ, facts).is_granted


def test_standing_in_neither_hands_over_nor_reads_the_log() -> None:
    cover = working((Role.CURATOR, SCHOOL))
    facts = replace(facts_of_client(Register.SOCIAL), covers_the_worker=True)
    for permission in (Permission.CLIENT_HAND_OVER, Permission.CLIENT_LOG_READ):
        assert not decide(cover, permission, facts).is_granted
    assert decide(cover, Permission.SERVICE_NOTE_WRITE, facts).is_granted


def test_an_ended_service_gives_no_appointments() -> None:
    saara = working((Role.CURATOR, SCHOOL))
    facts = facts_of_client(Register.SOCIAL, saara)
    assert decide(saara, Permission.APPOINTMENT_KEEP, facts).is_granted
    assert not decide(saara, Permission.APPOINTMENT_KEEP, replace(facts, state=ENDED)).is_granted


@pytest.mark.parametrize("code", sorted(SERVICE_GRANTS))
def test_a_house_without_service_records_grants_none_of_their_verbs(code: str) -> None:
    saara = working((Role.CURATOR, SCHOOL))
    facts = replace(
        facts_of_client(Register.SOCIAL, saara),
        school_id=SCHOOL,
        recipient_account_id=saara.account_id,
        owner_account_id=saara.account_id,
        is_worker_gone=True,
    )
    without = replace(saara, switched_off=frozenset(SERVICE_GRANTS))
    assert decide(saara, Permission(code), facts).is_granted
    assert not decide(without, Permission(code), facts).is_granted
    assert decide(without, Permission.REQUEST_QUEUE, facts).is_granted


@pytest.mark.parametrize("kind", NoteKind)
def test_a_note_lacks_what_its_template_asks_for_and_nothing_else(kind: NoteKind) -> None:
    asked = TEMPLATES[kind]
    assert what_is_missing(kind, ()) == asked.must
    assert what_is_missing(kind, asked.must) == ()
    assert what_is_foreign(kind, {*asked.must, *asked.may}) == ()
    assert asked.must


def test_a_note_holds_no_more_than_its_kind_asks_for() -> None:
    assert what_is_foreign(NoteKind.ENDED, {NoteField.GROUNDS, NoteField.NEED}) == (NoteField.NEED,)


@pytest.mark.parametrize(
    ("kind", "while_live", "after_end"),
    [(NoteKind.STARTED, False, True), (NoteKind.CORRECTION, True, True)]
    + [(k, True, False) for k in NoteKind if k not in {NoteKind.STARTED, NoteKind.CORRECTION}],
)
def test_a_service_that_has_ended_takes_nothing_but_a_new_beginning_and_corrections(
    kind: NoteKind, *, while_live: bool, after_end: bool
) -> None:
    assert may_be_written(kind, is_live=True) is while_live
    assert may_be_written(kind, is_live=False) is after_end


@pytest.mark.parametrize("register", sorted(COUNTY_REGISTERS))
@pytest.mark.parametrize("kind", NoteKind)
def test_every_note_cites_where_the_duty_to_record_it_stands(register: Register, kind: NoteKind) -> None:
    cited = {section.short for section in sections_of(register, kind)}
    assert cited
    assert ("ATL 28\u00a0§" in cited) is (register is not Register.SOCIAL and kind is not NoteKind.CORRECTION)


def test_no_code_tells_that_somebody_stayed_away() -> None:
    """Rule 14: what cannot be written cannot be sent on, counted or seen at home."""
    assert set(AppointmentState) == {AppointmentState.PLANNED, AppointmentState.CALLED_OFF}
    codes = {str(code) for kinds in (NoteKind, NoteField, AppointmentState) for code in kinds}
    assert not [code for code in codes if any(word in code for word in ("absen", "no_show", "missed", "away"))]


@pytest.mark.parametrize(
    ("is_same_file", "is_corrected_already", "has_reason", "blocks"),
    [
        (True, False, True, ()),
        (False, False, True, (NoteCorrectionBlock.OTHER_FILE,)),
        (True, True, True, (NoteCorrectionBlock.ALREADY_CORRECTED,)),
        (True, False, False, (NoteCorrectionBlock.REASON,)),
    ],
)
def test_a_correction_is_of_the_same_file_of_an_uncorrected_note_and_for_a_reason(
    *, is_same_file: bool, is_corrected_already: bool, has_reason: bool, blocks: tuple[NoteCorrectionBlock, ...]
) -> None:
    found = what_blocks_correction(
        is_same_file=is_same_file, is_corrected_already=is_corrected_already, has_reason=has_reason
    )
    assert found == blocks
