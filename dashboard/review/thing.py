"""The thing that is reviewed: its words in their paragraph, the reasons for its reading, the decision."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from dashboard import data
from dashboard.article import Mark, MarkKind, article_html, heading_html, notice_html
from dashboard.data.review import Reviewed
from dashboard.i18n import Words
from dashboard.opening import address_of_page
from dashboard.reading.cards import card_html, lines_of
from dashboard.reading.marks import Found, found_in, marks
from dashboard.reading.stored import extraction_of
from dashboard.review import deciding, reviewer
from dashboard.review.fields import CHOICES, as_written
from dashboard.wording import named
from timeline.reasons import reasons
from timeline.store.models import Item
from timeline.store.reviewing.reviews import Reference
from timeline.store.views.article import Article

MARKS: dict[Item, MarkKind] = {"figure": "figure", "event": "trigger", "time": "time"}


def show_thing(thing: Reviewed, words: Words) -> None:
    """What the article says, and what was read in it."""
    article = data.article(thing.waiting.document_id)
    if article is None:
        return
    one, kind = thing.waiting, MARKS[thing.waiting.reference.item]
    st.html(_heading(article, one.start, words))
    found = found_in(article)
    drawn = marks(article, found, one.start, words, lambda at: _article_address(article, at))
    # What was rejected is in no view, and so no mark of the article any more.
    drawn.append(Mark(one.start, one.end, kind, chosen=True))
    st.html(article_html(article.text, drawn, within=(one.start, one.end)))
    own = [mark for mark in found if (mark.kind, mark.start, mark.end) == (kind, one.start, one.end)]
    for mark in own:
        st.html(_card(mark, article, words))
    if not own:
        st.html(notice_html(words.say("reviewing.is_rejected"), words.direction))


def buttons(thing: Reviewed, before: Reference | None, following: Reference | None, words: Words) -> None:
    """Accept, reject, undo, and the ways to the neighbours, each with its key."""
    reference = thing.waiting.reference
    last = st.session_state.get(deciding.LAST) or (reference if thing.waiting.reviewed else None)
    with st.container(horizontal=True, key="verdicts"):
        _button("accept", "A", words, deciding.decide, (reference, "accepted", following))
        _button("reject", "X", words, deciding.decide, (reference, "rejected", following))
        _button("undo", "U", words, deciding.undo, (last,), disabled=last is None)
        _button("previous", "K", words, deciding.go_to, (before,), disabled=before is None)
        _button("next", "J", words, deciding.go_to, (following,), disabled=following is None)


def form(thing: Reviewed, following: Reference | None, words: Words) -> None:
    """A field for each column that can be corrected."""
    reference, written = thing.waiting.reference, as_written(thing.columns)
    # Under other keys as soon as the columns are others: a field never shows what is no more.
    keys = {name: f"{reference}:{name}:{written}" for name in written}
    with st.form(f"correct {reference}", border=True):
        st.html(f'<h4 class="title" dir="{words.direction}">{words.say("reviewing.correct")}</h4>')
        columns = st.columns(2)
        for number, (name, value) in enumerate(written.items()):
            with columns[number % 2]:
                _field(reference.item, name, value, keys[name], words)
        arguments = (reference, thing.columns, keys, following)
        label = words.say("reviewing.save")
        st.form_submit_button(label, on_click=deciding.correct, args=arguments, shortcut="Ctrl+Enter")


def about(words: Words) -> None:
    """Who decides, and why."""
    reviewer.ask_for_name(words)
    st.text_input(words.say("reviewing.why"), key=deciding.WHY, max_chars=500)


def _field(item: Item, name: str, value: str, key: str, words: Words) -> None:
    label, choices = words.say(f"correct.{name}"), CHOICES[item].get(name)
    if choices is None:
        st.text_input(label, value, key=key, max_chars=500)
        return
    options = list(dict.fromkeys([*choices, value]))
    section = f"timex_{name}" if item == "time" else name

    def said(code: str) -> str:
        return words.name(section, code) or words.say("correct.nothing")

    st.selectbox(label, options, options.index(value), key=key, format_func=said)


def _button(
    name: str,
    key: str,
    words: Words,
    act: Callable[..., None],
    arguments: tuple[object, ...],
    *,
    disabled: bool = False,
) -> None:
    st.button(
        words.say(f"reviewing.{name}"),
        key=f"review {name}",
        on_click=act,
        args=arguments,
        disabled=disabled,
        type="primary" if name == "accept" else "secondary",
        shortcut=key,
    )


def _card(mark: Found, article: Article, words: Words) -> str:
    lines = lines_of(mark, reasons(extraction_of(article)), words, lambda at: _article_address(article, at))
    return card_html(mark.kind, article.text[mark.start : mark.end], lines, words)


def _article_address(article: Article, at: int) -> str:
    return address_of_page("article", article=str(article.document.id), at=str(at))


def _heading(article: Article, at: int, words: Words) -> str:
    document = article.document
    link = f'<a href="{escape(_article_address(article, at))}">{escape(words.say("reviewing.whole"))}</a>'
    details = [document.outlet or "", (document.published or "")[:16].replace("T", " ")]
    title = heading_html(named(document.title, article.text, words), details, None, "", words.direction)
    return f'{title}<p class="ways" dir="{words.direction}">{link}</p>'
