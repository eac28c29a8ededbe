"""The invented municipality Lakeuskoski – Slättfors (code 999), shipped with the product for demonstrations and tests.

Every person, address and school in it is invented and every identity code artificial. It lies in the county of Central
Ostrobothnia, which is real.
"""

from pathlib import Path

LAKEUSKOSKI = Path(__file__).parent / "lakeuskoski"
"""The folder of the roster."""
