"""The issued dispatch 229-CV/BTGHU comes out as the rules want it. Its text stays where it lies."""

from __future__ import annotations

import json

from layout.plate import plate_faults
from layout.sheet import read_sheets
from support.needs import need_shared

from vpdesk.export.frames import frames_json
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out, read_dispatch


def test_the_issued_dispatch_keeps_the_rules_to_half_a_point(desk: Desk) -> None:
    dispatch = read_dispatch(need_shared("cases/229-CV-BTGHU.dispatch.json"))
    laid_out = lay_out(desk, dispatch)
    frames = json.loads(frames_json(laid_out.document))

    assert plate_faults(frames, dispatch, laid_out.pack.name) == []
    assert laid_out.findings == ()
    assert len(frames["pages"]) == 2
    assert len(read_sheets(frames).of("6")) == 53
