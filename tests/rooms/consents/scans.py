"""Files as they are attached in these tests, and what the database has of them afterwards."""

from io import BytesIO

from sqlalchemy import func, select
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from tests.client import Client, Page
from welfare.audit.ledger import Ledger
from welfare.consents.papers.models import SignedPaper

SECRET = b"Kanarialintu"
ZIP = b"PK\x03\x04" + SECRET + b"PK\x05\x06" + bytes(18)


def attach(client: Client, consent: str, content: bytes, name: str = "sivu.png", status: int = 200) -> Page:
    """Send the form as a browser does, put together in memory: the test client would leave large files open."""
    form = client.get(f"{consent}/papers/new").form("Attach the paper")
    form.fill(file=FileStorage(BytesIO(content), filename=name))
    boundary, body = encode_multipart(form.data)
    kind = f"multipart/form-data; boundary={boundary}"
    return client.post(f"{consent}/papers/new", body, status=status, content_type=kind)


def count(ledger: Ledger, model: type = SignedPaper) -> int:
    with ledger.transaction() as transaction:
        return transaction.session.scalars(select(func.count()).select_from(model)).one()


def save(page: Page) -> TestResponse:
    """The file of the first paper on the page of an expression."""
    url = next(url for words, url in page.links.items() if words.startswith("Save the file"))
    response = page.client.flask.get(url)
    assert response.status_code == 200
    return response
