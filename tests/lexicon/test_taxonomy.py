"""What ACLED and PLOVER call an event, and a taxonomy that is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.evaluate.gold import read_gold
from timeline.events.types import REFINED
from timeline.lexicon import FOLDER, LexiconProblem, lexicon
from timeline.lexicon.taxonomy import FILE, load_taxonomy, taxonomy
from timeline.pipeline import read_article
from timeline.values import Coding, Document

# ACLED Codebook (2024), the sub-event types by event type
ACLED = {
    "Battles": ["Armed clash", "Government regains territory", "Non-state actor overtakes territory"],
    "Explosions/Remote violence": [
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    ],
    "Violence against civilians": ["Sexual violence", "Attack", "Abduction/forced disappearance"],
    "Protests": ["Peaceful protest", "Protest with intervention", "Excessive force against protesters"],
    "Riots": ["Violent demonstration", "Mob violence"],
    "Strategic developments": [
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other",
    ],
}  # fmt: skip
# The PLOVER manual: modes by event type
PLOVER = {
    "AGREE": "", "CONSULT": "visit third-party multilateral phone", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "",
    "AID": "economic military humanitarian asylum", "RETREAT": "withdraw release return disarm ceasefire access resign",
    "REQUEST": "assist change yield meet", "ACCUSE": "disapprove investigate", "REJECT": "assist change yield meet",
    "THREATEN": "restrict ban arrest relations expel territory violence",
    "PROTEST": "demo riot strike-gen strike-lim strike-hun boycott obstruct", "MOBILIZE": "troops weapons police",
    "SANCTION": "convict cancel expel withdraw sever",
    "COERCE": "confiscate restrict ban censor curfew martial-law arrest deport withhold",
    "ASSAULT": "abduct beat torture execute sexual assassinate destroy primitive firearms explosives suicide-attack heavy-weapons",
}  # fmt: skip


@pytest.mark.parametrize("kind", taxonomy().codings)
def test_every_coding_is_one_of_the_published_names(kind: str) -> None:
    coding = taxonomy().codings[kind]
    if coding.acled_event_type is not None:
        assert coding.acled_sub_event_type in ACLED[coding.acled_event_type]
    if coding.plover_type is not None:
        assert coding.plover_mode in (None, *PLOVER[coding.plover_type].split())
    assert set(taxonomy().statements.values()) <= set(PLOVER)


def test_every_type_that_the_reader_gives_has_one() -> None:
    forms = (*lexicon().forms.values(), *lexicon().phrases.values())
    assert {values["trigger"] for values in forms if "trigger" in values} <= set(taxonomy().codings)
    assert set(REFINED) <= set(taxonomy().codings)


CODED = {
    "شنت طائرات غارة على البلدة.": ("Explosions/Remote violence", "Air/drone strike", "ASSAULT", "heavy-weapons"),
    "اعتقلت الشرطة ثلاثة شبان.": ("Strategic developments", "Arrests", "COERCE", "arrest"),
    "خطف مسلحون صحافيا.": ("Violence against civilians", "Abduction/forced disappearance", "ASSAULT", "abduct"),
    "أدان المجلس القرار.": ("Strategic developments", "Other", "ACCUSE", None),
    "دعا المجلس إلى ضبط النفس.": ("Strategic developments", "Other", "REQUEST", None),
    "هدد الجيش بالرد.": ("Strategic developments", "Other", "THREATEN", None),
    "ضرب زلزال الإقليم.": (None, None, None, None),
}


@pytest.mark.parametrize(("text", "coded"), CODED.items(), ids=CODED)
def test_what_the_schemes_call_an_event(text: str, coded: tuple[str | None, ...]) -> None:
    assert read_article(Document("a", text)).events[0].coding == Coding(*coded)


def test_every_statement_of_the_gold_articles_has_its_plover_type() -> None:
    gold, _ = read_gold(FOLDER.parents[1] / "tests" / "gold" / "dev.jsonl")
    events = [event for each in gold for event in read_article(each.document).events if event.type == "statement"]
    assert len(events) > 10
    assert [event for event in events if event.coding.plover_type is None] == []


BROKEN = {
    "a key": (
        '[type]\nraid = { acled = "Other", cameo = "17" }\n',
        "[type] raid: cameo is not one of acled, plover, mode",
    ),
    "a sub-event type": ('[type]\nraid = { acled = "Raid" }\n', "[type] raid: Raid is no sub-event type under [acled]"),
    "no table": ('[type]\nraid = "Other"\n', "[type] raid: expected acled, plover and mode as text"),
    "a number": ("[type]\nraid = { plover = 17 }\n", "[type] raid: expected acled, plover and mode as text"),
    "not TOML": ("[type\n", "not readable as TOML"),
    "nothing": ("", "[type]: there are no event types"),
}


@pytest.mark.parametrize(("text", "said"), BROKEN.values(), ids=BROKEN)
def test_a_broken_taxonomy_is_named_with_its_entry(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / FILE
    path.write_text('[acled]\n"Strategic developments" = ["Other"]\n' + text, encoding="utf-8")
    with pytest.raises(LexiconProblem) as problem:
        load_taxonomy(path)
    assert f"{FILE}: {said}" in str(problem.value)
