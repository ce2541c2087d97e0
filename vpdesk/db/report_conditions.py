"""Conditions and sums that the reports on arrivals and on what went out have in common."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, case, func
from sqlalchemy.orm import InstrumentedAttribute

from vpdesk.domain.organisation import Days

Condition = ColumnElement[bool]


class Own(NamedTuple):
    """An officer who is told of his own documents alone."""

    id: UUID
    name: str


def count_of(condition: Condition) -> ColumnElement[int]:
    """How many rows of a group a condition holds of; what is unknown does not hold."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def on_days(column: InstrumentedAttribute[Any], days: Days) -> list[Condition]:
    """That a day is one of some days; an open end asks for nothing."""
    return [*([column >= days.first] if days.first else []), *([column <= days.last] if days.last else [])]
