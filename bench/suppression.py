"""What it costs to hide small numbers, in time and in numbers that are lost: sixty schools, twelve terms, five kinds.

    python -m bench.suppression [--rounds 5]

One JSON line a table: with so many counted in a cell on the average, small and large schools mixed, all sums
published. `milliseconds` is processor time, the median of the rounds; `hidden` the share of the figures other than
nought that is hidden, `small` the share that has to be, for it is below the floor. The last tables have schools
within municipalities and terms within years.
"""

import argparse
import json
import math
import random
import statistics
import time
from collections.abc import Sequence
from itertools import product

from welfare.rules.suppression import FLOOR, shown
from welfare.rules.suppression_cube import Cube
from welfare.rules.suppression_dimensions import ALL, Dimension
from welfare.rules.suppression_plan import Cell, Plan, View
from welfare.rules.suppression_release import release

SCHOOLS, TERMS, KINDS = 60, 12, 5
MEANS = (1, 3, 6, 10, 20, 100)
WANTED_MILLISECONDS = 300

KIND = Dimension.flat("kind", range(100, 100 + KINDS))
FLAT = (Dimension.flat("place", range(1000, 1000 + SCHOOLS)), Dimension.flat("time", range(200, 200 + TERMS)), KIND)
TREES = (
    Dimension("place", ("school", "municipality"), tuple((1000 + each, 2000 + each % 7) for each in range(SCHOOLS))),
    Dimension("time", ("term", "year"), tuple((200 + each, 300 + each // 2) for each in range(TERMS))),
    KIND,
)
FEW_VIEWS: list[View] = [
    {"place": "school", "time": "term"},
    {"place": "school", "time": "year"},
    {"place": "municipality", "time": "term", "kind": "kind"},
    {"place": "municipality", "time": "year", "kind": "kind"},
]


def every_view(dimensions: Sequence[Dimension]) -> list[View]:
    """All levels crossed."""
    names = [dimension.name for dimension in dimensions]
    levels = product(*((*dimension.levels, ALL) for dimension in dimensions))
    return [dict(zip(names, each, strict=True)) for each in levels]


def counts_of(dimensions: Sequence[Dimension], mean: float) -> dict[Cell, int]:
    """As if drawn by chance, the same each time: a school has between a third of the mean and five thirds."""
    chance = random.Random(20261130)  # noqa: S311 - invented counts
    sizes = {line[0]: mean * (1 + 4 * (place * 7 % 10) / 9) / 3 for place, line in enumerate(dimensions[0].lines)}
    leaves = product(*((line[0] for line in dimension.lines) for dimension in dimensions))
    return {leaf: _poisson(chance, sizes[leaf[0]]) for leaf in leaves}


def measure(name: str, plan: Plan, mean: float, rounds: int) -> dict[str, object]:
    """One table, hidden some times over."""
    counts, taken = counts_of(plan.dimensions, mean), []
    found = release(plan, counts)
    for _round in range(rounds):
        start = time.process_time()
        release(plan, counts)
        taken.append(1000 * (time.process_time() - start))
    cube = Cube(plan, counts)
    sums = [cube.sums[fibre][node] for fibre, node in cube.published]
    return {
        "bench": "suppression",
        "table": name,
        "mean": mean,
        "cells": len(found.figures),
        "milliseconds": round(statistics.median(taken)),
        "wanted": WANTED_MILLISECONDS,
        "small": round(sum(shown(each, FLOOR) is None for each in sums) / sum(each > 0 for each in sums), 3),
        "hidden": round(found.hidden_share, 3),
    }


def _poisson(chance: random.Random, mean: float) -> int:
    limit, product_, count = math.exp(-mean), chance.random(), 0
    while product_ > limit:
        product_, count = product_ * chance.random(), count + 1
    return count


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    tables = {
        "60 × 12 × 5": Plan(FLAT, every_view(FLAT)),
        "the same, views of few": Plan(TREES, FEW_VIEWS),
        "the same, all levels of trees": Plan(TREES, every_view(TREES)),
    }
    for (name, plan), mean in product(tables.items(), MEANS):
        print(json.dumps(measure(name, plan, mean, rounds)), flush=True)


if __name__ == "__main__":
    main()
