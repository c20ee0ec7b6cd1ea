"""What texts are put together from: words of the lexicon by class, phrases of the rules, and what makes figures."""

from __future__ import annotations

from timeline.grammar import begun, clocks, counts, dates, people, times
from timeline.lexicon import lexicon

BY_CLASS: dict[str, list[str]] = {}
for _form, _values in sorted(lexicon().forms.items()):
    for _name in _values:
        BY_CLASS.setdefault(_name, []).append(_form)
for _phrase, _values in sorted(lexicon().phrases.items()):
    for _name in _values:
        BY_CLASS.setdefault(_name, []).append(" ".join(_phrase))
CLASSES = tuple(sorted(BY_CLASS))

CLITICS = ("", "", "", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "وب")
SIGNS = ("،", ".", "/", "-", "(", ")", "«", "»", ":", "%", "\n", "؟", "…", "ـ")
# What the rules read, so that most texts hold times and counts.
EXAMPLES = tuple(
    text
    for book in (*dates.BOOKS, times.BOOK, begun.BOOK, clocks.BOOK, counts.BOOK, people.BOOK)
    for rule in book.rules
    for text in rule.examples
)
# What makes figures and events of them.
FRAMES = (
    *("قُتل", "أصيب", "اعتقلت الشرطة", "أسفر القصف عن", "بينهم", "ارتفعت حصيلة القتلى إلى", "أكثر من", "منذ", "حتى"),
    *("بين", "وقع انفجار في", "بحسب وزارة الصحة", "وأضافت أن", "يعقد المجلس", "من المقرر أن", "نفى الجيش", "في بلدة"),
    *("اليوم نفسه", "قُتل 9 أشخاص بينهم طفلان", "استشهاد 21 مدنياً بينهم نساء وأطفال", "من بينهم 3", "سبعة منهم"),
    *("وثلاثة جرحى", "في غزة", "منذ بدء الحرب"),
)
