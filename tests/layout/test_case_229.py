"""The issued dispatch 229-CV/BTGHU comes out as the rules want it. Its text stays where it lies."""

from __future__ import annotations

import json
from pathlib import Path

from layout.plate import body_line_count, faults
from support.needs import need_shared

from vpdesk.export.frames import frames_json
from vpdesk.paths import Places
from vpdesk.services.desk import open_desk
from vpdesk.services.typesetting import lay_out, read_dispatch
from vpdesk.settings import Settings


def test_the_issued_dispatch_keeps_the_rules_to_half_a_point(tmp_path: Path) -> None:
    dispatch = read_dispatch(need_shared("cases/229-CV-BTGHU.dispatch.json"))
    desk = open_desk(Places(tmp_path), Settings())
    laid_out = lay_out(desk, dispatch)
    frames = json.loads(frames_json(laid_out.document))

    assert faults(frames, dispatch, laid_out.pack.name, desk.fonts) == []
    assert laid_out.findings == ()
    assert len(frames["pages"]) == 2
    assert body_line_count(frames, dispatch, laid_out.pack.name, desk.fonts) == 53
