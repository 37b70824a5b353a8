"""«Орлов отказался приехать?» of one who is ready to: «нет»."""

from __future__ import annotations

from dataclasses import replace

from knowledge.results import Answer, Polarity, Result, YesNoLead

_TURNED = {Polarity.YES: Polarity.NO, Polarity.PLANNED: Polarity.NO, Polarity.NO: Polarity.YES}


def not_refused(ready: Result) -> Answer | None:
    """What the answer to «готов приехать?» says of «отказался приехать?»; None where it has no yes or no."""
    lead = ready.lead if isinstance(ready, Answer) else None
    if not isinstance(ready, Answer) or not isinstance(lead, YesNoLead) or lead.held is not None:
        return None
    polarity = _TURNED.get(lead.polarity)
    return None if polarity is None else replace(ready, lead=YesNoLead(polarity=polarity))
