"""Writes py_fsrs.csv: histories of answers, and what the reference implementation of FSRS-6 makes of them.

Origin: PyPI package `fsrs` 6.3.2 (py-fsrs, https://github.com/open-spaced-repetition/py-fsrs, MIT licence), default parameters.

    pip install fsrs==6.3.2
    python tests/schedule/py_fsrs.py > tests/schedule/py_fsrs.csv

What py-fsrs adds to the model is turned off or not asked: no learning and relearning steps, no fuzz, no maximum interval; its
rounded intervals are not looked at; every answer is given at noon by UTC, so that its elapsed 24 hours are whole days.
Its formula for answers of one day is the same as that of the crate. It knows no ceiling on stability, the crate has one of
36,500 days, so a history ends before it would pass that. The first answer is never "easy", as no first answer is in Torus.
"""

import random
import sys
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

SEEDS = range(1, 261)
CEILING_DAYS = 36_500
START = datetime(2020, 1, 1, 12, tzinfo=timezone.utc)


def gap_days(chance):
    """A fifth on the same day, then short, middling and long gaps, 400 days at most."""
    return chance.choices([0, chance.randint(1, 7), chance.randint(1, 60), chance.randint(1, 400)], [2, 3, 3, 2])[0]


def main():
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    out = sys.stdout
    # `recall` is predicted before the answer; `stability` and `difficulty` hold after it.
    print("seed,gap_days,rating,recall,stability,difficulty", file=out)
    for seed in SEEDS:
        chance = random.Random(seed)
        card, now = Card(card_id=seed), START
        for place in range(chance.randint(2, 14)):
            gap = gap_days(chance) if place else 0
            rating = chance.choices([1, 2, 3, 4] if place else [1, 2, 3], [3, 2, 4, 2] if place else [3, 2, 4])[0]
            now += timedelta(days=gap)
            recall = scheduler.get_card_retrievability(card, now) if place else 1.0
            card, _ = scheduler.review_card(card, Rating(rating), now)
            if card.stability > CEILING_DAYS:
                break
            print(f"{seed},{gap},{rating},{recall:.7f},{card.stability:.7g},{card.difficulty:.7f}", file=out)


main()
