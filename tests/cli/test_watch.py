"""`timeline watch` against a local site: what is new is stored once, also after a restart and an interruption."""

from __future__ import annotations

import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_process import COMMAND, environment
from tests.web.site import Reply, Site, dated, item, page, rss
from timeline.sources import SourceProblem
from timeline.sources.watched import read_feeds_file

NUMBER = re.compile(r"(\d+) (new|changed|known|failed|could not be read)")
WRONG = {
    "": "it names no feed",
    "feed = 3": "feed is not a list",
    "every = '15m'": "it names no feed",
    "[[feed]]\noutlet = 'x'": "feed 1: it has no address",
    "[[feed]]\nurl = ''": "feed 1: it has no address",
    "[[feed]]\nulr = 'x'": "feed 1: unknown key 'ulr'; did you mean url?",
    "evry = '1m'\n[[feed]]\nurl = 'x'": "unknown key 'evry'; did you mean every?",
    "[[feed]]\nurl = 'x'\nevery = 'often'": "feed 1: every = 'often' is no length of time",
    "[[feed]]\nurl = 'x'\nevery = '0m'": "is no length of time",
    "[[feed]]\nurl = 'x'\npages = 'no'": "feed 1: pages is not a bool",
    "[[feed]]\nurl = 'x'\ntimezone = 'Asia/Gazza'": "unknown time zone",
    "[[feed]]\nurl = 'x'\n[[feed]]\nurl = 'x'": "it names x twice",
    "[[feed": "feeds.toml: ",
}


@pytest.fixture(autouse=True)
def feeds(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two articles in one feed, which is asked every hour."""
    monkeypatch.setattr("timeline.web.fetch.sleep", lambda _: None)
    site.pages["/a"], site.pages["/b"] = (Reply(page(f"قتل {n} أشخاص في غارة على غزة.", dated())) for n in (3, 4))
    site.pages["/rss"] = rss(*(item(site.url(path)) for path in ("/a", "/b")))
    (tmp_path / "feeds.toml").write_text(f'every = "1h"\n[[feed]]\nurl = "{site.url("/rss")}"\n', encoding="utf-8")


def one_round(run: Run, *options: str) -> dict[str, int]:
    """The counts of the one line that a round prints."""
    outcome = run("watch", "feeds.toml", "--once", "--allow-local", *options)
    (line,) = outcome.out.splitlines()
    return {name: int(count) for count, name in NUMBER.findall(line) if int(count)}


def test_only_what_is_new_is_fetched(run: Run, site: Site) -> None:
    assert one_round(run) == {"new": 2}
    assert one_round(run) == {"known": 2}
    site.pages["/c"] = Reply(page("قتل 5 أشخاص في غارة على غزة."))
    site.pages["/rss"] = rss(*(item(site.url(path)) for path in ("/c", "/a", "/b")))
    assert one_round(run) == {"new": 1, "known": 2}
    assert [path for path in site.asked if path != "/robots.txt"] == ["/rss", "/a", "/b", "/rss", "/rss", "/c"]


def test_what_is_stored_from_elsewhere_is_known(run: Run, site: Site) -> None:
    run("ingest", site.url("/a"), "--allow-local")
    assert one_round(run) == {"new": 1, "known": 1}


def test_a_server_may_say_that_nothing_has_changed(run: Run, site: Site) -> None:
    feed = rss(item(site.url("/a")))
    said = {"ETag": '"1"', "Last-Modified": "Wed, 10 May 2023 17:15:00 GMT"}
    site.pages["/rss"] = [Reply(feed.body, headers=feed.headers | said), Reply(status=304)]
    assert one_round(run) == {"new": 1}
    assert one_round(run) == {}
    asked = site.headers[-1]
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"1"', said["Last-Modified"])
    assert one_round(run) == {}  # 304 again: what was said is kept
    assert site.headers[-1]["If-None-Match"] == '"1"'


def test_a_page_that_fails_is_tried_in_three_rounds(run: Run, site: Site) -> None:
    site.pages["/rss"] = rss(*(item(site.url(path)) for path in ("/none", "/a")))
    assert one_round(run) == {"new": 1, "failed": 1}
    assert one_round(run) == {"known": 1, "failed": 1}
    assert one_round(run) == {"known": 1, "failed": 1}
    assert one_round(run) == {"known": 2}
    assert site.asked.count("/none") == 3


def test_a_page_that_is_there_later_is_read_then(run: Run, site: Site) -> None:
    site.pages["/rss"] = Reply(rss(item(site.url("/late"))).body, headers={"ETag": '"1"'})
    assert one_round(run) == {"failed": 1}
    site.pages["/late"] = Reply(page())
    assert one_round(run) == {"new": 1}
    assert "If-None-Match" not in site.headers[-3]  # a server that says 304 would have kept it from us


@pytest.mark.parametrize(
    "reply",
    [Reply(status=404), Reply(status=503), Reply(b"not a feed"), Reply(b"x" * 99, cut=50)],
    ids=lambda r: r.status,
)
def test_a_feed_that_cannot_be_read_does_not_stop_the_next(reply: Reply, run: Run, site: Site, tmp_path: Path) -> None:
    site.pages["/bad"] = reply
    with (tmp_path / "feeds.toml").open("a", encoding="utf-8") as file:
        file.write(f'[[feed]]\nurl = "{site.url("/bad")}"\n')
    outcome = run("watch", "feeds.toml", "--once", "--allow-local")
    assert outcome.status == 1
    assert "2 feeds, 1 could not be read: 2 new, 0 changed, 0 known, 0 failed" in outcome.out
    assert outcome.err.startswith(f"timeline: {site.url('/bad')}: ")
    assert outcome.err.count("\n") == 1


def test_what_the_file_says_of_a_feed(run: Run, site: Site, tmp_path: Path) -> None:
    site.pages["/rss"] = rss(item(site.url("/a"), date="2023-05-10 20:15"))
    (tmp_path / "feeds.toml").write_text(
        f'[[feed]]\nurl = "{site.url("/rss")}"\noutlet = "صحيفة"\ntimezone = "Asia/Gaza"\npages = false\n',
        encoding="utf-8",
    )
    assert one_round(run) == {"new": 1}
    row = run("sql", "SELECT outlet, published, published_from FROM documents", "--csv").out.splitlines()[1]
    assert row == "صحيفة,2023-05-10T20:15:00+03:00,feed"
    assert "/a" not in site.asked


def test_addresses_of_this_machine_are_refused(run: Run, site: Site) -> None:
    outcome = run("watch", "feeds.toml", "--once")
    assert outcome.status == 1
    assert "--allow-local" in outcome.err
    assert site.asked == []


@pytest.mark.parametrize("text", WRONG)
def test_a_file_of_feeds_that_is_wrong(text: str, tmp_path: Path) -> None:
    (tmp_path / "feeds.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SourceProblem, match=re.escape(WRONG[text])):
        read_feeds_file(tmp_path / "feeds.toml")


def test_wrong_usage(run: Run, tmp_path: Path) -> None:
    (tmp_path / "feeds.toml").write_text("[[feed]]\n", encoding="utf-8")
    outcome = run("watch", "feeds.toml")
    assert (outcome.status, outcome.err.count("\n")) == (2, 1)
    assert not (tmp_path / "timeline.db").exists()
    assert run("watch", "none.toml").err == "timeline: none.toml: No such file or directory\n"


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_it_goes_round_until_it_is_stopped_and_on_after_that(sign: int, run: Run, site: Site, tmp_path: Path) -> None:
    text = (tmp_path / "feeds.toml").read_text(encoding="utf-8")
    (tmp_path / "feeds.toml").write_text(text.replace("1h", "1s"), encoding="utf-8")
    command = [*COMMAND, "watch", "feeds.toml", "--allow-local"]
    watching = subprocess.Popen(command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, encoding="utf-8")
    with watching:
        assert watching.stdout is not None
        first, second = watching.stdout.readline(), watching.stdout.readline()
        watching.send_signal(sign)
        rest = watching.stdout.read()
    assert "1 feed: 2 new, 0 changed, 0 known, 0 failed; the next round is at " in first
    assert "1 feed: 0 new, 0 changed, 2 known, 0 failed; the next round is at " in second
    assert rest.splitlines()[-1] == "stopped; the same command goes on"
    assert watching.returncode == 0
    assert one_round(run) == {"known": 2}


def test_after_a_restart_a_feed_is_due_when_it_would_have_been(
    run: Run, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_round(run)

    def stop(seconds: float) -> None:
        assert 3500 < seconds <= 3600
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.commands.watch.sleep", stop)
    before = len(site.asked)
    outcome = run("watch", "feeds.toml", "--allow-local")
    assert outcome.status == 0
    assert outcome.out.startswith("nothing is due before 20")
    assert outcome.out.endswith("stopped; the same command goes on\n")
    assert len(site.asked) == before
