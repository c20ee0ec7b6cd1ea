"""«أسير أسرى», «فلسطيني», «قتل يقتل»: the forms that a headword stands for."""

from __future__ import annotations

import pytest

from timeline.lexicon.inflect import nisba_forms, noun_forms, verb_forms

NOUNS = {
    "أسير أسرى": {"one": "أسير أسيرا", "two": "أسيران أسيرين", "plural": "أسرى"},
    "صحافي صحافيون": {"one": "صحافي", "two": "صحافيان", "plural": "صحافيين صحافيون صحافيو"},
    "طفلة طفلات": {"one": "طفلة", "two": "طفلتان طفلتين طفلتا", "plural": "طفلات"},
    "قذيفة": {"one": "قذيفة", "two": "قذيفتان قذيفتين", "plural": "قذيفات"},
    "طفل أطفال": {"one": "طفل طفلا", "two": "طفلان طفلين", "plural": "أطفال أطفالا"},
    "إفراج": {"one": "إفراج إفراجا", "two": "إفراجان"},
}
VERBS = {
    "قتل يقتل": {
        "past": "قتل قتلت قتلوا قتلا قتلتا قتلن",
        "present": "يقتل تقتل نقتل يقتلون يقتلان",
        "future": "سيقتل ستقتل سنقتل سيقتلون",
    },
    "دعا/دعت/دعوا يدعو": {"past": "دعا دعت دعوا", "present": "يدعو تدعو", "future": "سيدعو"},
    "لقي/لقيت": {"past": "لقي لقيت"},
    "_ يبلغ": {"present": "يبلغ تبلغ", "future": "سيبلغ"},
}
NISBAS = {
    "فلسطيني": {
        "one": "فلسطيني فلسطينيا فلسطينية",
        "two": "فلسطينيان فلسطينيتان فلسطينيتين",
        "plural": "فلسطينيين فلسطينيون فلسطينيات",
    },
    "جنوب_سوداني": {"one": "جنوب سوداني", "plural": "جنوب سودانيين"},
}


@pytest.mark.parametrize(("headword", "expected"), NOUNS.items(), ids=NOUNS)
def test_forms_of_a_noun(headword: str, expected: dict[str, str]) -> None:
    forms = [(form, feature) for form, features in noun_forms(headword) for feature in features]
    for feature, listed in expected.items():
        assert {(form, feature) for form in listed.split()} <= set(forms)


@pytest.mark.parametrize(("headword", "expected"), VERBS.items(), ids=VERBS)
def test_forms_of_a_verb(headword: str, expected: dict[str, str]) -> None:
    forms = list(verb_forms(headword))
    assert all(features["verb"] for _, features in forms)
    for tense in ("past", "present", "future"):
        found = {form for form, features in forms if tense in features}
        wanted = set(expected.get(tense, "").split())
        assert wanted <= found
        assert bool(wanted) == bool(found)


@pytest.mark.parametrize(("headword", "expected"), NISBAS.items(), ids=NISBAS)
def test_forms_of_an_adjective_of_origin(headword: str, expected: dict[str, str]) -> None:
    forms = list(nisba_forms(headword))
    assert len(forms) == 9
    for number, listed in expected.items():
        found = {form for form, features in forms if number in features}
        assert found >= ({listed} if " " in headword.replace("_", " ") else set(listed.split()))


def test_irregular_pasts_are_not_inflected_further() -> None:
    past = {form for form, features in verb_forms("دعا/دعت/دعوا يدعو") if "past" in features}
    assert past == {"دعا", "دعت", "دعوا"}
