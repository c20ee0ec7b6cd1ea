"""Above an article: its title, its outlet, when it was published, and the link to the original."""

from __future__ import annotations

from datetime import datetime

from dashboard import wording
from dashboard.article import heading_html
from dashboard.i18n import Words
from timeline.store.views.article import Article


def heading(article: Article, words: Words) -> str:
    """As HTML, its texts escaped."""
    document = article.document
    published = words.say("page.unpublished")
    if document.published:
        moment = datetime.fromisoformat(document.published)
        published = words.say("page.published", when=wording.left_to_right(f"{moment:%Y-%m-%d %H:%M}"))
    title, details = document.title or words.say("page.untitled"), [document.outlet or "", published]
    return heading_html(title, details, document.url, words.say("page.original"), words.direction)
