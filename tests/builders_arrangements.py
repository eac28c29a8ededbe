"""What a provider offers, and what has been agreed on, put straight into the database."""

from datetime import date
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.arrangements.models import Arrangement, ArrangementUse, ArrangementVersion
from welfare.cases.models import Case
from welfare.rules.arrangements import CatalogueState

BEGAN = date(2026, 11, 16)
AGREED = "Aamut alkavat kymmeneltä, maanantaista torstaihin."


def an_arrangement(
    village: Village, keeper: Someone, name: str = "Lyhennetty koulupäivä", *, is_offered: bool = True
) -> UUID:
    """One arrangement of the village's provider, in its first version."""
    arrangement_id = uuid4()
    with village.work() as work:
        state = CatalogueState.ACTIVE if is_offered else CatalogueState.ENDED
        work.session.add(Arrangement(id=arrangement_id, controller_id=village.provider_id, state=state, newest=1))
        work.session.flush()
        work.session.add(
            ArrangementVersion(
                arrangement_id=arrangement_id,
                number=1,
                name_fi=name,
                name_sv=f"{name} sv",
                description_fi="Koulupäivä on sovitun ajan lyhyempi.",
                description_sv="Skoldagen är kortare en tid.",
                conditions_fi="Enintään kuusi viikkoa kerrallaan.",
                conditions_sv="Högst sex veckor i taget.",
                saved_at=work.now,
                saved_by=keeper.account_id,
            )
        )
    return arrangement_id


def a_use(
    village: Village,
    case_id: UUID,
    arrangement_id: UUID,
    member: Someone,
    *,
    starts_on: date = BEGAN,
    ends_on: date | None = None,
) -> UUID:
    """One arrangement agreed on in a matter, from a week ago on."""
    use_id = uuid4()
    with village.work() as work:
        case = work.session.get_one(Case, case_id)
        use = ArrangementUse(
            id=use_id,
            case_id=case.id,
            student_id=case.student_id,
            controller_id=case.controller_id,
            arrangement_id=arrangement_id,
            version=1,
            starts_on=starts_on,
            ends_on=ends_on,
            agreed_at=work.now,
            agreed_by=member.account_id,
        )
        work.encrypt_document(use, ArrangementUse.document, {"conditions": AGREED})
        work.session.add(use)
    return use_id
