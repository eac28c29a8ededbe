"""Identity codes that belong to no living person (individual numbers 900-999)."""

from collections import defaultdict
from datetime import date

from welfare.rules.identity_code import CENTURY_OF_SEPARATOR, CHECK_CHARACTERS, FIRST_ARTIFICIAL_NUMBER

NUMBERS = 1000 - FIRST_ARTIFICIAL_NUMBER


class CodeBook:
    """Gives artificial codes out, each once: a hundred for each birthday and separator."""

    def __init__(self) -> None:
        self._given: defaultdict[date, int] = defaultdict(int)

    def code(self, born: date) -> str:
        """A code of somebody born on a day. Raises IndexError when the day has no more."""
        turn, number = divmod(self._given[born], NUMBERS)
        self._given[born] += 1
        century = born.year // 100 * 100
        separator = [sign for sign, first in CENTURY_OF_SEPARATOR.items() if first == century][turn]
        return artificial_code(born, separator, FIRST_ARTIFICIAL_NUMBER + number)


def artificial_code(born: date, separator: str, number: int) -> str:
    """The code of a birthday, a separator of its century and a number, with its check character."""
    digits = f"{born:%d%m%y}{number:03}"
    return f"{digits[:6]}{separator}{digits[6:]}{CHECK_CHARACTERS[int(digits) % len(CHECK_CHARACTERS)]}"
