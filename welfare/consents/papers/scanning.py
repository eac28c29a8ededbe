"""The malware scanner: a programme of the house that is given the file and answers by its exit code."""

import os
import subprocess
from dataclasses import dataclass
from typing import Final

from welfare.consents.papers.keeping import settle
from welfare.consents.papers.models import SignedPaper
from welfare.consents.papers.pages.content import PaperGapError, content_of
from welfare.jobs.worker import Handler, JobFailedError, Run
from welfare.rules.signed_papers import PaperState

PATIENCE: Final = 20.0
"""Seconds; a scanner that takes longer is asked again later."""
_VERDICTS: Final = {0: PaperState.CLEAN, 1: PaperState.REFUSED}


@dataclass(frozen=True, slots=True)
class Scanner:
    """The command; empty where there is none, and then every paper stays as it is."""

    command: tuple[str, ...] = ()
    patience: float = PATIENCE

    def handler(self) -> Handler:
        """What does the jobs that are ordered when a paper is kept."""
        return Handler(self._scan)

    def verdict(self, content: bytes) -> PaperState:
        """What the scanner says of a file. Raises JobFailedError where it says nothing."""
        try:
            ended = subprocess.run(  # noqa: S603 - the operator's own command, without a shell
                self.command,
                input=content,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={"PATH": os.defpath},  # no connection string, no password of ours
                timeout=self.patience,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise JobFailedError("scanner_slow") from None  # noqa: EM101 - a code, not words
        except OSError:
            raise JobFailedError("scanner_missing") from None  # noqa: EM101 - a code, not words
        if ended.returncode not in _VERDICTS:
            raise JobFailedError("scanner_failed")  # noqa: EM101 - a code, not words
        return _VERDICTS[ended.returncode]

    def _scan(self, run: Run) -> None:
        paper_id = run.job.subject("paper")
        verdict = PaperState.HELD
        if self.command:
            with run.reading() as work:
                try:
                    content = content_of(work, work.session.get_one(SignedPaper, paper_id))
                except PaperGapError:
                    content = None
            if content is None:
                raise JobFailedError("paper_broken", is_final=True)  # noqa: EM101 - a code, not words
            verdict = self.verdict(content)
        with run.finishing() as work:
            if verdict is not PaperState.HELD:
                settle(work, paper_id, verdict)
