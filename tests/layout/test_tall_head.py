"""A head that is taller than its page."""

from __future__ import annotations

import json

from layout.variants import LONG_ISSUER, LONG_PARENT
from support.builders import a_dispatch

from vpdesk.domain.dispatch import Orientation, PageSetup, PaperSize
from vpdesk.export.frames import frames_json
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out

BOTTOM = 20 / 25.4 * 72


def test_a_subject_that_does_not_fit_under_the_number_goes_on_over_the_page(desk: Desk) -> None:
    subject = "V/v " + " ".join(f"việc{number}" for number in range(160))
    dispatch = a_dispatch(
        subject_summary=subject,
        issuing_body=LONG_ISSUER,
        parent_body=LONG_PARENT,
        page=PageSetup(PaperSize.A5, Orientation.LANDSCAPE),
    )
    pages = json.loads(frames_json(lay_out(desk, dispatch).document))["pages"]

    lines = [(number, item) for number, page in enumerate(pages) for item in page["items"] if item["component"] == "5b"]
    assert " ".join(item["text"] for _, item in lines).split() == subject.split()
    assert {0, 1} <= {number for number, _ in lines}
    assert all(item["y"] < page["height"] - BOTTOM for page in pages for item in page["items"] if "y" in item)
