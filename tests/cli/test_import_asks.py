"""What `helaplan import` asks, whom, and what becomes of the answers; --known and --split on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from helaplan.api import import_document, read_plan
from helaplan.cli import importing
from helaplan.cli.app import main
from helaplan.cli.asking import ask
from helaplan.recognise.receipt import Doubt

UNKNOWN = """Verksamhetsplan

Strategi för bygden

Vi vill ha en levande bygd.

Möten

• Hålla årsmöte.
"""


def answering(*answers: str) -> tuple[list[str], Callable[[str], str]]:
    """Questions as they come, and somebody who answers them in turn, then with nothing."""
    asked: list[str] = []
    left = list(answers)

    def answer(question: str) -> str:
        asked.append(question)
        return left.pop(0) if left else ""

    return asked, answer


def test_answers_become_arguments() -> None:
    """Name, year, what a heading is, and whether two items are one."""
    doubts = (
        Doubt("organisation-unknown", "organisation"),
        Doubt("period-guessed", "period", "2023"),
        Doubt("heading", "strategi", "Strategi"),
        Doubt("same-item", "ny", "Ge ut blad", "gammal", "Ge ut tidning"),
        Doubt("target-count", "ny", "alla nio"),
    )
    asked, answer = answering("Kils byalag", "2024", "m", "j")
    said = ask(doubts, "sv", prompt=answer).given
    assert len(asked) == 4
    assert said == {
        "organisation": "Kils byalag",
        "year": 2024,
        "headings": {"Strategi": "goals"},
        "same": [("ny", "gammal")],
    }


def test_no_answer_changes_nothing() -> None:
    """Enter, and answers that mean nothing, leave every doubt to the plan."""
    doubts = (Doubt("period-unknown", "period"), Doubt("heading", "a", "A"), Doubt("same-item", "b", "B", "c", "C"))
    assert not ask(doubts, "sv", prompt=answering("snart", "?", "nej")[1])


def test_an_answer_may_raise_another_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Items beside one that is known now are likelier known ones; each question is put once."""
    monkeypatch.chdir(tmp_path)
    text = "Verksamhetsplan 2026 för Kils byalag\n\nMöten\n\n• {}\n• {}\n"
    Path("a.txt").write_text(text.format("Ge ut bygdens tidning i mars.", "Städa stranden."), encoding="utf-8")
    words = ("Trycka upp bygdens tidning två gånger om året.", "Laga bryggan vid stranden.")
    Path("b.txt").write_text(text.format(*words), encoding="utf-8")
    assert main(["import", "a.txt", "-o", "a.yaml", "--yes"]) == 0
    asked: list[str] = []

    def answer(sentence: str, **_: object) -> str:
        asked.append(sentence)
        return "j"

    monkeypatch.setattr(importing, "may_ask", lambda: True)
    monkeypatch.setattr("click.prompt", answer)
    assert main(["--lang", "sv", "import", "b.txt", "--known", "a.yaml", "-o", "b.yaml"]) == 0
    plan = read_plan(Path("b.yaml"))
    known = read_plan(Path("a.yaml"))
    assert [each.id for each in plan.areas[0].activities] == [each.id for each in known.areas[0].activities]
    assert len(asked) == len(set(asked)) == 2
    assert plan.questions == ()


GUESSED = (Doubt("organisation-guessed", "organisation", "Kils byalag"), Doubt("period-guessed", "period", "2026"))


@pytest.mark.parametrize("answer", ["", "ja", "J", "yes"])
def test_enter_says_yes_to_what_is_proposed(answer: str) -> None:
    """Nothing is to be changed, and nothing left to ask in the plan."""
    said = ask(GUESSED, "sv", prompt=lambda _: answer)
    assert not said.given
    assert said.agreed == {"organisation", "period"}


def test_another_name_or_year_is_taken() -> None:
    """What is written instead of Enter counts, also a name that begins like a yes."""
    said = ask(GUESSED, "sv", prompt=answering("Järnboås byalag", "2027")[1])
    assert (said.given, said.agreed) == ({"organisation": "Järnboås byalag", "year": 2027}, frozenset())


@pytest.mark.parametrize(
    "doubt, answers, given",
    [
        (Doubt("period-unknown", "period"), ["nästa år", "26", "2026"], {"year": 2026}),
        (Doubt("organisation-unknown", "organisation"), ["2026", "j", "Kils byalag"], {"organisation": "Kils byalag"}),
        (Doubt("heading", "a", "A"), ["?", "x", "v"], {"headings": {"A": "vision"}}),
        (Doubt("same-item", "b", "B", "c", "C"), ["kanske", "2", "j"], {"same": [("b", "c")]}),
    ],
)
def test_an_answer_that_means_nothing_is_asked_again(doubt: Doubt, answers: list[str], given: object) -> None:
    """It is told what is wanted; a mistyped answer is not lost in silence. After three times the doubt is left."""
    told: list[str] = []
    asked, answer = answering(*answers)
    assert ask((doubt,), "sv", prompt=answer, tell=told.append).given == given
    assert len(asked) == 3
    assert len(told) == 2
    asked, answer = answering("?", "?", "?", "2026")
    assert not ask((doubt,), "sv", prompt=answer, tell=told.append)
    assert len(asked) == 3


@pytest.mark.parametrize("answer, agreed", [("", {"period"}), ("j", {"period"}), ("n", set())])
def test_a_broken_year(answer: str, agreed: set[str]) -> None:
    """Its beginning is agreed to, or stays a question."""
    said = ask((Doubt("period-broken", "period", "2026/27"),), "sv", prompt=lambda _: answer)
    assert not said.given
    assert said.agreed == agreed


def test_a_heading_is_what_a_person_says() -> None:
    """The answer about a heading decides where its words go, and the doubt is gone."""
    made = import_document(UNKNOWN.encode(), name="a.txt")
    (doubt,) = [each for each in made.doubts if each.words == "Strategi för bygden"]
    again = import_document(UNKNOWN.encode(), name="a.txt", headings={doubt.words: "vision"})
    assert [each.text for each in again.plan.visions] == ["Vi vill ha en levande bygd."]
    assert doubt not in again.doubts


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document, which is the working folder."""
    (tmp_path / "plan.txt").write_text(UNKNOWN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_on_a_terminal_it_asks(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody at a terminal is asked, and the plan says what was answered."""
    monkeypatch.setattr(importing, "may_ask", lambda: True)
    monkeypatch.setattr(
        "click.prompt", lambda text, **_: {"Whose": "Kils byalag", "Which": "2025"}.get(text.split()[0], "")
    )
    assert main(["--lang", "en", "import", "plan.txt", "-o", "plan.yaml"]) == 0
    assert read_plan(Path("plan.yaml")).organisation.name == "Kils byalag"


def test_what_was_agreed_to_is_no_question_in_the_plan(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Enter at "Enter: yes" is an answer."""
    Path("plan.txt").write_text(
        "Plan\n\nVi i Kils byalag gör detta 2026.\n\nMöten\n\n• Hålla årsmöte.\n", encoding="utf-8"
    )
    monkeypatch.setattr(importing, "may_ask", lambda: True)
    monkeypatch.setattr("click.prompt", lambda text, **_: "")
    assert main(["import", "plan.txt", "-o", "plan.yaml"]) == 0
    plan = read_plan(Path("plan.yaml"))
    assert plan.organisation.name == "Kils byalag"
    assert not {"organisation", "period"} & {each.about for each in plan.questions}


@pytest.mark.parametrize("arguments, terminal", [(["--yes"], True), ([], False)])
def test_otherwise_it_never_waits(
    source: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], terminal: bool
) -> None:
    """With --yes or without a terminal nothing is asked; the plan carries the doubts."""
    monkeypatch.setattr(importing, "may_ask", lambda: terminal)
    monkeypatch.setattr("click.prompt", lambda *_, **__: pytest.fail("asked"))
    assert main(["import", "plan.txt", "-o", "plan.yaml", *arguments]) == 0
    assert "organisation" in Path("plan.yaml").read_text(encoding="utf-8").partition("questions:")[2]


def test_known_tells_what_changed(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An edited document with the plan it came from: ids stay, changes go to stderr and to the receipt."""
    given = ["--organisation", "Kils byalag", "--year", "2025", "--yes"]
    assert main(["import", "plan.txt", "-o", "plan.yaml", *given]) == 0
    (source / "ny.txt").write_text(UNKNOWN.replace("årsmöte.", "årsmöte.\n• Städa."), encoding="utf-8")
    capsys.readouterr()
    again = ["--known", "plan.yaml", "--yes", "--receipt", "r.json"]
    assert main(["--lang", "sv", "import", "ny.txt", "-o", "ny.yaml", *again]) == 0
    assert "Sedan den kända planen: 1 aktivitet ny." in capsys.readouterr().err
    changes = json.loads(Path("r.json").read_text(encoding="utf-8"))["changes"]
    assert [(each["kind"], each["id"]) for each in changes] == [("added", "stada")]
    assert read_plan(Path("ny.yaml")).organisation.name == "Kils byalag"


def test_split_writes_all_or_none(source: Path) -> None:
    """Each plan in a file called after its id; a file that is in the way stops all of them."""
    text = "# Planer 2024\n\n## Örebro län\n\n- Ett.\n\n## Skåne län\n\n- Två.\n"
    (source / "planer.md").write_text(text, encoding="utf-8")
    assert main(["import", "planer.md", "--split", "ut", "--receipt", "r.json"]) == 0
    assert sorted(each.name for each in Path("ut").glob("*.yaml")) == ["orebro-2024.yaml", "skane-2024.yaml"]
    plans = json.loads(Path("r.json").read_text(encoding="utf-8"))["plans"]
    assert [each["plan"] for each in plans] == ["orebro-2024.yaml", "skane-2024.yaml"]
    Path("ut/orebro-2024.yaml").unlink()
    assert main(["import", "planer.md", "--split", "ut"]) == 2
    assert not Path("ut/orebro-2024.yaml").exists()


COLLECTION = "# Planer 2024\n\n## Örebro län\n\n- Hålla årsmöte.\n- Städa.\n\n## Skåne län\n\n- Vandra.\n"


@pytest.mark.parametrize("folder", [True, False])
def test_split_beside_known_plans(source: Path, capsys: pytest.CaptureFixture[str], folder: bool) -> None:
    """Each part beside the plan of its own organisation, from a folder or named singly; one without is new."""
    Path("planer.md").write_text(COLLECTION, encoding="utf-8")
    assert main(["import", "planer.md", "--split", "ut", "--yes"]) == 0
    orebro = Path("ut/orebro-2024.yaml")
    words = orebro.read_text(encoding="utf-8").replace("id: stada", "id: storstadning")
    orebro.write_text(words.replace("name: Örebro län", "name: Hela Sverige ska leva Örebro län"), encoding="utf-8")
    Path("ut/skane-2024.yaml").rename("ut/riks.yaml")
    edited = COLLECTION.replace("Hålla årsmöte", "Hålla ett årsmöte").replace("Skåne län", "Blekinge län")
    Path("planer.md").write_text(edited, encoding="utf-8")
    known = ["--known", "ut"] if folder else ["--known", "ut/riks.yaml", "--known", "ut/orebro-2024.yaml"]
    capsys.readouterr()
    assert main(["--lang", "sv", "import", "planer.md", "--split", "ny", "--yes", "--receipt", "r.json", *known]) == 0
    said = capsys.readouterr().err
    assert "”Hålla årsmöte.” är nu ”Hålla ett årsmöte.”" in said
    assert "Inget i dokumentet är planen för Skåne län" in said
    assert sorted(each.name for each in Path("ny").glob("*.yaml")) == ["blekinge-2024.yaml", "orebro-2024.yaml"]
    plan = read_plan(Path("ny/orebro-2024.yaml"))
    assert plan.organisation.name == "Hela Sverige ska leva Örebro län"
    assert [each.id for each in plan.areas[0].activities] == ["halla-arsmote", "storstadning"]
    first, second = json.loads(Path("r.json").read_text(encoding="utf-8"))["plans"]
    assert [each["kind"] for each in first["changes"]] == ["reworded"]
    assert "changes" not in second


def test_several_known_plans_are_for_a_collection(source: Path) -> None:
    """Which of them would be that of one document?"""
    assert main(["import", "plan.txt", "--known", "a.yaml", "--known", "b.yaml"]) == 2


def test_a_known_plan_that_is_missing_is_told(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a collection as without one, before anything is written."""
    for more in ([], ["--split", "ut"]):
        assert main(["import", "plan.txt", "--known", "saknas.yaml", "--yes", *more]) == 3
        assert "[no-such-file]" in capsys.readouterr().err
    assert not Path("ut").exists()
