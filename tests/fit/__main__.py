"""Fit the weights on the tuning questions, print how well they do, and write them:

python -m tests.fit              knowledge/data/weights.json
python -m tests.fit --subset     the small set that a test fits again, tests/fit/subset.*
python -m tests.fit --misses     also print the questions of held-out packs that are missed
"""

from __future__ import annotations

import argparse

from knowledge.scoring.features import NAMES, VERSION
from knowledge.scoring.weights import ACCEPTED, FILE
from tests.fit import subset
from tests.fit.cases import PACKS, read_cases
from tests.fit.fitting import fit_accept, fit_rank
from tests.fit.report import figures, print_misses, print_report
from tests.fit.weights_file import provenance, rounded, write


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--subset", action="store_true")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if options.subset:
        subset.store()
        return
    packs = list(PACKS)
    cases = [case for name in packs for case in read_cases(name)]
    scored = print_report(cases, packs)
    if options.misses:
        print_misses(scored)
    content = {
        "fit": provenance(packs, figures(scored)),
        "features": {"version": VERSION, "names": list(NAMES)},
        **rounded(fit_rank(cases), fit_accept(cases, packs), ACCEPTED),
    }
    write(content, FILE)


if __name__ == "__main__":
    main()
