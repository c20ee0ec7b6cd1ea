"""Parts of patterns that days, periods and lengths share."""

from __future__ import annotations

from .rule import Match

FRAGMENTS = {
    "months": "month ((slash | dash)? second_month=month | open second_month=month close)?",
    "year": "comma? ((of | l)? year_noun)? year gregorian_sign?",
    "year_step": "of year_noun&the year_step=step | of this year_noun&the",
    "day_number": "article? day_of_month | ordinal | first_day",
    "lead": "day comma? (weekday comma?)? | day_noun&!the? weekday comma? | day_noun&!the",
    "amount": "number | decimal",
    "any_unit": "unit&!the | unit_plural&!the",
}


def year_step_of(m: Match) -> int | None:
    """«من العام الماضي» is -1, «من هذا العام» 0, None where no year is so named."""
    if "year_step" in m:
        step: int = m["year_step"]
        return step
    return 0 if "this" in m else None


__all__ = ["FRAGMENTS", "year_step_of"]
