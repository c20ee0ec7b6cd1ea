"""What is wrong is said in the language of the page."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from dashboard import problems
from dashboard.i18n import LANGUAGES, Words, strings
from tests.dashboard.conftest import Open
from tests.dashboard.test_review_page import correct
from tests.dashboard.test_timeline_page import html
from tests.store.articles import article
from timeline.told import Told, as_json, from_json, told

ROOT = Path(__file__).parents[2]
ARABIC = Words("ar")
LATIN_WORDS = re.compile(r"[a-z]{4,} [a-z]{3,}")  # a line in English has some beside each other


def codes() -> set[str]:
    """All codes that the program tells anything by."""
    sources = (
        path.read_text("utf-8") for folder in ("timeline", "dashboard") for path in (ROOT / folder).rglob("*.py")
    )
    return {code for source in sources for code in re.findall(r'\btold\(\s*"([a-z_]+)"', source)}


def test_every_code_has_words() -> None:
    for language in LANGUAGES:
        assert codes() <= strings(language)["problem"].keys()
    assert len(codes()) > 25


def test_a_line_keeps_its_code_on_its_way() -> None:
    line = told("status", "the server answered {status}", status=404)
    assert line == "the server answered 404"
    for passed in (str(ValueError(line)), pickle.loads(pickle.dumps(line)), from_json(as_json(line))):
        assert isinstance(passed, Told)
        assert (passed, passed.code, passed.values) == (line, "status", {"status": 404})


def test_what_has_no_words_stays_in_english_after_a_lead() -> None:
    for line in ("it is no ZIP", from_json(as_json("it is no ZIP"))):
        assert problems.said(line, ARABIC) == "يقول البرنامج بالإنجليزية: \u2066it is no ZIP\u2069"
        assert problems.said(line, Words("en")) == "it is no ZIP"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELEC", "الاستعلام لا يعمل"),
        ("DELETE FROM document", "لا يُسمح إلا بعبارة SELECT"),
        ("SELECT 1; SELECT 2", "عبارة واحدة"),
        (";", "الاستعلام فارغ"),
        (f"SELECT 1 {' ' * 20_000}", "أطول من"),
    ],
)
def test_queries(page: Open, query: str, says: str) -> None:
    shown = html(page(article(), name="sql", q=query))
    assert says in shown


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"low": "many"}, "لا يصح \u2066many\u2069 في «على الأقل»"),
        ({"low": "30"}, "لا يمتد عدد من \u206630\u2069 إلى \u206621\u2069"),
        ({"low": ""}, "فارغاً"),
    ],
)
def test_corrections(page: Open, values: dict[str, str], says: str) -> None:
    app = page(article(), name="review", queue="newest")
    correct(app, **values)
    alert = html(app).split('class="notice alert"')[1].split("</div>")[0]
    assert says in alert
    assert not LATIN_WORDS.search(alert)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("http://127.0.0.1:1/x", "عنوان لهذا الجهاز"),
        ("file:///etc/passwd", "ليس عنواناً على الشبكة"),
        ("http://a:b@example.org/", "كلمة مرور"),
    ],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_addresses(page: Open, address: str, says: str, language: str) -> None:
    app = page(article(), name="add", lang=language)
    app.segmented_control(key="add_way").set_value("addresses").run()
    app.text_area(key="add_urls").set_value(address).run()
    app.button(key="add_read").click().run()
    alert = html(app).split('class="notice alert"')[1].split("</div>")[0]
    assert "--allow-local" not in alert
    assert (says in alert) == (language == "ar")
