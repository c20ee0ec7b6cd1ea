"""The interface in Arabic and English: `Words("ar").say("tab.figures")` is «الأرقام»."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.numbers import format_decimal

Language = Literal["ar", "en"]
LANGUAGES: dict[Language, str] = {"ar": "العربية", "en": "English"}
# Figures are written the way the tables and ISO dates around them are.
WESTERN_DIGITS = "latn"


@dataclass(frozen=True, slots=True)
class Words:
    """What the interface says in one language."""

    language: Language

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """As HTML writes it."""
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def side(self) -> Literal["right", "left"]:
        """Where a line begins."""
        return "right" if self.language == "ar" else "left"

    @property
    def comma(self) -> str:
        """What stands between the items of a list."""
        return "، " if self.language == "ar" else ", "

    def say(self, key: str, **values: object) -> str:
        """The sentence under `section.key`, its {braces} filled; a KeyError if the file lacks it."""
        section, name = key.split(".")
        return strings(self.language)[section][name].format(**values)

    def name(self, section: str, code: str | None) -> str:
        """The name of a coded value, as in `name("type", "raid")`; a code unknown here stands for itself."""
        if not code:
            return ""
        return strings(self.language)[section].get(code, code)

    def category(self, code: str) -> str:
        """`children`, or a country by its ISO code: `ps` is Palestine."""
        country = Locale(self.language).territories.get(code.upper()) if len(code) == 2 else None
        return country or self.name("category", code)

    def listed(self, items: Iterable[str]) -> str:
        """«نساء، أطفال» or "women, children"."""
        return self.comma.join(items)

    def counted(self, section: str, number: int) -> str:
        """«حدثان», "1 event": the noun of the section in the form that goes with the number, and the number."""
        forms = strings(self.language)[section]
        return forms[Locale(self.language).plural_form(number)].format(n=self.number(number))

    def number(self, value: int) -> str:
        """35240 as 35,240."""
        return format_decimal(value, locale=self.language, numbering_system=WESTERN_DIGITS)


@cache
def strings(language: Language) -> dict[str, dict[str, str]]:
    """section -> key -> words, of all the TOML files of the language; a section stands in one of them."""
    files = sorted((Path(__file__).parent / "strings" / language).glob("*.toml"))
    return {name: keys for file in files for name, keys in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def words_asked_for(query: Mapping[str, str]) -> Words:
    """The words of the language that a URL asks for."""
    return Words(language_of(query.get("lang")))


def language_of(code: str | None) -> Language:
    """The language that a URL asks for; Arabic where it asks for none that we speak."""
    return "en" if code == "en" else "ar"
