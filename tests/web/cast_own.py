"""What Aada has asked for herself: a request with a time offered for the talk."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_requests import a_request, at_work, the_request
from welfare.requests.actions.handling import claim_request
from welfare.requests.actions.talks import TalkAt, offer_talk
from welfare.rules.requests import SenderKind, Service
from welfare.rules.talks import TalkWay


def own_things(village: Village, people: Mapping[str, Someone]) -> dict[str, UUID]:
    """Of the psychologist, so that no curator has more to do for it."""
    aada, psychologist = people["aada_herself"], people["psychologist"]
    request_id = a_request(
        village,
        aada,
        aada,
        kind=SenderKind.STUDENT,
        service=Service.PSYCHOLOGIST,
        together=None,
        guardian_told=None,
        guardian_told_on=None,
    )
    with at_work(village, psychologist) as work:
        request = the_request(work, request_id)
        claim_request(work, request)
        talk = offer_talk(work, request, TalkAt(at=work.now + timedelta(days=1), way=TalkWay.IN_PERSON))
        return {"own_request_id": request_id, "own_talk_id": talk.id}
