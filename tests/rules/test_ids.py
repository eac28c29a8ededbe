from uuid import UUID

import pytest

from welfare.rules.ids import MalformedIdError, new_id, parse_id


def test_a_new_id_is_random_and_never_repeated() -> None:
    ids = {new_id() for _ in range(1000)}

    assert len(ids) == 1000
    assert {found.version for found in ids} == {4}


def test_an_id_reads_back_from_its_own_spelling() -> None:
    made = new_id()

    assert parse_id(str(made)) == made


CANONICAL = "6f1c2a3e-8b4d-4c5f-9a01-23456789abcd"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "seven",
        CANONICAL.upper(),
        CANONICAL.replace("-", ""),
        "{" + CANONICAL + "}",
        "urn:uuid:" + CANONICAL,
        CANONICAL + "\n",
        CANONICAL + "0",
        "fb55a998-e64c-11f1-865a-0242ac110002",  # version 1: says when and where it was made
        str(UUID(int=0)),
    ],
)
def test_any_other_spelling_or_kind_is_refused(text: str) -> None:
    with pytest.raises(MalformedIdError):
        parse_id(text)
