"""Numbers and files of numbers, made through the room's own actions."""

import zlib
from uuid import UUID, uuid4

from tests.builders import Village
from welfare.indicators.models import IndicatorImport
from welfare.rules.indicators import ImportState, Licence

FILE = b"""indicator;school;year;group;value;n
90001;;2026;total;7.4;118
bullied-weekly-8-9;;2024;total;8.4;112
"""
"""Results of the school at which it is handed over; the library knows one of the two codes."""


def an_import(village: Village, unit_id: UUID, content: bytes = FILE) -> UUID:
    """A file that has been handed over and waits."""
    import_id = uuid4()
    with village.work() as work:
        work.session.add(
            IndicatorImport(
                id=import_id,
                controller_id=village.provider_id,
                unit_id=unit_id,
                state=ImportState.OPEN,
                file_name="tulokset.csv",
                size=len(content),
                digest="0" * 64,
                source="Kouluterveyskysely",
                licence=Licence.CC_BY,
                fetched_on=work.facts.on,
                content=zlib.compress(content),
                uploaded_at=work.now,
            )
        )
    return import_id
