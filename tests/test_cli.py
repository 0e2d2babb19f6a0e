"""The commands as they are typed: results on standard output, everything else on standard error."""

import asyncio
import json
import logging
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot import simulator
from bot.cli import app
from bot.dialogue import loading
from bot.journeys.understanding import Understood
from bot.store import Store, assigning, inviting, learners, people, talk
from bot.store.migrating import upgrade
from bot.store.tables import Consent, Message, OutboxRow, SkillHeld, WorkWord
from bot.wiring.doctor import Finding, Machine, State
from tests.catalogue.conftest import SMALL, change
from tests.fakes.served import served
from tests.fakes.stores import add, add_learner

NOW = datetime.now(UTC)
LIEN = "lien@example.org"

Run = Callable[..., Result]


@pytest.fixture
def logs_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(False)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, logs_as_before: None) -> Run:
    """Types a command, in a demo with its own data."""
    monkeypatch.setattr("bot.settings.loading.ENV_FILE", tmp_path / ".env")
    monkeypatch.setenv("WERKMAAT_DATA_DIR", str(tmp_path))
    for name in ("TELEGRAM_TOKEN", "TELEGRAM_API_URL", "DATABASE_URL", "LOG_FORMAT"):
        monkeypatch.setenv(f"WERKMAAT_{name}", "")

    def typed(*words: str, input: str | None = None) -> Result:  # noqa: A002 - as the runner calls it
        return CliRunner().invoke(app, words, input=input)

    return typed


@pytest.fixture
def store(run: Run, tmp_path: Path) -> Iterator[Store]:
    """The store that the commands use, up to date, with a counsellor."""
    (tmp_path / "demo").mkdir()
    opened = Store(f"sqlite:///{tmp_path}/demo/werkmaat.db")
    upgrade(opened, NOW)
    people.add_staff(opened, "Lien", LIEN, people.Role.COUNSELLOR, NOW, Random(1))
    yield opened
    opened.close()


@pytest.fixture
def published(run: Run, store: Store) -> None:
    assert run("content", "import").exit_code == 0


def outbox_rows(store: Store) -> list[OutboxRow]:
    with store.reading() as session:
        return session.query(OutboxRow).all()


def write(store: Store, **changes: Any) -> Message:
    learner = add_learner(store, **changes)
    message = Message(id="m1", learner_id=learner.id, text="Wanneer?", at=NOW - timedelta(days=3))
    add(store, message)
    return message


def test_a_command_that_does_not_exist_is_called_wrongly(run: Run) -> None:
    assert run("practise").exit_code == 2


def test_a_wrong_setting_is_told_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKMAAT_CONSOLE_PORT", "80a")
    result = run("report")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("WERKMAAT_CONSOLE_PORT has a wrong value: it takes a number from 1 to 65535.")


def test_the_database_is_brought_up_to_date_once(run: Run) -> None:
    assert "applied" in run("db", "upgrade").stdout
    assert run("db", "upgrade").stdout == "up to date\n"


@pytest.mark.parametrize("words", [("staff", "list"), ("learner", "reply"), ("content", "import"), ("report",)])
def test_before_that_the_other_commands_say_what_to_do(words: tuple[str, ...], run: Run) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "The database is not up to date. Run: werkmaat db upgrade\n"


def test_staff_are_added_listed_and_disabled(run: Run, store: Store) -> None:
    assert run("staff", "add", "Omar@Example.org", "--name", "Omar", "--role", "lead").stdout == "omar@example.org\n"
    assert run("staff", "disable", LIEN).exit_code == 0
    listed = {one["email"]: one for one in json.loads(run("staff", "list", "--json").stdout)}
    assert listed["omar@example.org"] | {"organisation": "Werkmaat", "role": "lead"} == listed["omar@example.org"]
    assert listed[LIEN]["disabled_at"]


REFUSED = [
    ("staff", "add", LIEN, "--name", "Lien"),
    ("staff", "add", "lien", "--name", "Lien"),
    ("staff", "add", "a@b.c", "--name", "A", "--organisation", "Nobody"),
    ("staff", "disable", "nobody@example.org"),
    ("learner", "export", "--telegram-id", "5"),
    ("learner", "erase", "--telegram-id", "5", "--yes"),
    ("learner", "reply", "--message", "none", "--staff", LIEN, "Dag"),
    ("report", "--organisation", "Nobody"),
]


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
@pytest.mark.usefixtures("published")
def test_what_cannot_be_done_fails_with_a_reason(words: tuple[str, ...], run: Run) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr


def test_a_message_waits_and_is_answered(run: Run, store: Store) -> None:
    write(store)
    assert run("learner", "reply").stdout == "m1  Amina  3 days ago  Wanneer?\n"
    assert [one["id"] for one in json.loads(run("learner", "reply", "--json").stdout)] == ["m1"]
    assert run("learner", "reply", "--message", "m1", "--staff", LIEN, "Morgen om tien uur.").exit_code == 0
    assert run("learner", "reply").stdout == ""
    assert "Morgen om tien uur." in json.dumps([row.payload for row in outbox_rows(store)])


def test_staff_of_another_organisation_cannot_answer(run: Run, store: Store) -> None:
    write(store)
    elsewhere = people.add_organisation(store, "Elsewhere", NOW, Random(2))
    people.add_staff(store, "Kim", "kim@b.c", people.Role.COUNSELLOR, NOW, Random(3), organisation=elsewhere.name)
    assert run("learner", "reply", "--message", "m1", "--staff", "kim@b.c", "Dag").exit_code == 1
    assert outbox_rows(store) == []


def test_an_answer_without_a_sender_is_called_wrongly(run: Run, store: Store) -> None:
    write(store)
    assert run("learner", "reply", "--message", "m1", "Dag").exit_code == 2


def test_everything_kept_is_one_json_document(run: Run, store: Store) -> None:
    write(store)
    kept = json.loads(run("learner", "export", "--telegram-id", "1001").stdout)
    assert kept["messages"][0]["text"] == "Wanneer?"


@pytest.mark.parametrize(("words", "answer", "gone"), [((), "n\n", False), ((), "y\n", True), (("--yes",), "", True)])
def test_a_learner_is_erased_when_that_is_meant(
    words: tuple[str, ...], answer: str, gone: bool, run: Run, store: Store
) -> None:
    learner = write(store)
    result = run("learner", "erase", "--telegram-id", "1001", *words, input=answer)
    assert result.exit_code == (0 if gone else 1)
    assert (learners.by_telegram_id(store, 1001) is None) is gone
    assert (talk.message(store, learner.id) is None) is gone


@pytest.mark.usefixtures("published")
async def test_an_invitation_is_a_link_and_a_picture(
    run: Run, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "code.png"
    words = ("--language", "ar", "--sector", "construction", "--listen", "--counsellor", LIEN)
    async with served(simulator.create_app(None, lambda: NOW)) as address:
        monkeypatch.setenv("WERKMAAT_TELEGRAM_API_URL", address)
        result = await asyncio.to_thread(run, "learner", "invite", *words, "--png", str(picture))
    link, code = result.stdout.strip().split("=")
    kept = learners.invitation(store, code)
    assert link == "https://t.me/werkmaat_1_bot?start"
    assert kept is not None
    assert (kept.language, kept.sector, kept.script) == ("ar", "construction", "none")
    assert kept.expires_at > NOW + inviting.LASTS - timedelta(minutes=1)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert "█" in result.stderr


@pytest.mark.parametrize("words", [("--language", "xx"), ("--sector", "xx"), ("--script", "xx")])
@pytest.mark.usefixtures("published")
def test_an_invitation_for_what_is_not_here_is_called_wrongly(words: tuple[str, ...], run: Run) -> None:
    assert run("learner", "invite", *words).exit_code == 2


@pytest.mark.usefixtures("published")
def test_without_a_server_no_invitation_is_made(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKMAAT_TELEGRAM_API_URL", "http://127.0.0.1:1")
    result = run("learner", "invite")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "start the demo with `werkmaat run`" in result.stderr


@pytest.mark.usefixtures("store")
def test_content_is_published_once(run: Run) -> None:
    assert "published region.be-vlg" in run("content", "import").stdout
    assert run("content", "import").stdout == ""


def test_content_is_checked_for_people_and_for_scripts(run: Run) -> None:
    result = run("content", "check", "--summary", "--json")
    checked = json.loads(result.stdout)
    assert result.exit_code == bool(checked["problems"])
    assert checked["summary"]["items_by_sector"]["construction"] > 0
    assert "construction" in run("content", "check", "--summary").stdout


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small sound course in place of the real one."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "small"))
    monkeypatch.setattr("bot.cli.content.CONTENT", folder / "content")
    monkeypatch.setattr("bot.cli.content.LOCALES", folder / "locales")
    return folder


def test_a_day_that_has_come_fails_nothing_unless_it_is_wanted(run: Run, small: Path) -> None:
    late = ("content", "check", "--today", "2027-05-02")
    assert (run(*late).exit_code, run(*late, "--strict").exit_code) == (0, 1)
    assert run("content", "check", "--today", "2027-05-01", "--strict").exit_code == 0
    told = json.loads(run(*late, "--json").stdout)
    assert (told["problems"], len(told["due"]), told["advice"]) == ([], 4, [])


def test_advice_fails_nothing_and_stands_below(run: Run, small: Path) -> None:
    pack = "content/packs/nl/shared/pre-A1.yml"
    change(small, pack, "a: {word: Goedemorgen!}", "a: {word: Goedemorgen allemaal samen!}")
    advised = run("content", "check", "--strict", "--today", "2026-12-01")
    assert (advised.exit_code, advised.stdout.splitlines()[1]) == (0, "advice (docs/content-check.md):")
    change(small, pack, "example: Goedemorgen, Els!", "exmple: Goedemorgen, Els!")
    told = run("content", "check", "--today", "2026-12-01")
    assert told.exit_code == 1
    assert "`exmple` is not known" in told.stdout


def test_translations_are_checked_for_people_and_for_scripts(run: Run) -> None:
    result, lines = run("locales", "check", "--json"), run("locales", "check").stdout.splitlines()
    problems = json.loads(result.stdout)
    assert len(lines) == len(problems)
    assert result.exit_code == bool(problems)


@pytest.mark.usefixtures("published")
def test_the_report_is_for_people_and_for_scripts(run: Run, store: Store) -> None:
    message = write(store)
    add(store, Consent(learner_id=message.learner_id, kind="sharing", given=True, notice="2026-11", at=NOW))
    found = json.loads(run("report", "--json").stdout)[0]
    assert (found["organisation"], found["learners"][0]["messages"], found["kept_to_oneself"]) == ("Werkmaat", 1, 0)
    lines = run("report").stdout.splitlines()
    assert "Amina" in lines
    assert any("1 bericht wacht op antwoord" in line for line in lines)
    assert not any("report." in line for line in lines)


class Echo:
    """A brain that takes a text of the form ``intent/topic confidence`` at its word."""

    async def read(self, text: str) -> Understood:
        meant, _, confidence = text.partition(" ")
        intent, _, topic = meant.partition("/")
        return Understood(intent or "out_of_scope", topic or None, confidence=float(confidence or 0))

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        raise NotImplementedError


def test_each_line_is_understood_and_blank_ones_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "load", lambda model_dir: Echo())
    result = run("understand", "--lang", "nl", input="ask_tip/contract 0.91234\n\ngreet 0.3\r\n")
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {
            "text": "ask_tip/contract 0.91234",
            "intent": "ask_tip",
            "topic": "contract",
            "confidence": 0.9123,
            "flag": None,
        },
        {"text": "", "intent": "out_of_scope", "topic": None, "confidence": 0.0, "flag": None},
        {"text": "greet 0.3", "intent": "out_of_scope", "topic": None, "confidence": 0.3, "flag": None},
    ]


class Deaf(Echo):
    """A brain that understands nothing."""

    async def read(self, text: str) -> Understood:
        return Understood("out_of_scope", confidence=0.0)


def test_danger_is_told_even_when_nothing_is_understood(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "load", lambda model_dir: Deaf())
    assert json.loads(run("understand", input="ik wil dood\n").stdout)["flag"] == "self_harm"


def test_without_a_model_it_says_how_to_get_one(run: Run) -> None:
    result = run("understand", input="dag\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "werkmaat train" in result.stderr


@pytest.fixture
def no_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks themselves are tested in their room."""

    def examine(machine: Machine) -> Iterator[tuple[str, Finding]]:
        state = State.BROKEN if machine.settings.smtp_url else State.ATTENTION
        yield "disk", Finding(State.OK, "80.0 GB free")
        yield "model", Finding(state, "there is none yet", "run `werkmaat train`")

    monkeypatch.setattr("bot.cli.doctor.examine", examine)


@pytest.mark.usefixtures("no_check")
def test_the_doctor_is_for_people_and_for_scripts(run: Run) -> None:
    assert run("doctor").stdout.splitlines() == [
        "ok         disk        80.0 GB free",
        "attention  model       there is none yet",
        "                       To do: run `werkmaat train`",
    ]
    assert json.loads(run("doctor", "--json").stdout) == [
        {"check": "disk", "state": "ok", "found": "80.0 GB free", "to_do": None},
        {"check": "model", "state": "attention", "found": "there is none yet", "to_do": "run `werkmaat train`"},
    ]


@pytest.mark.usefixtures("no_check")
@pytest.mark.parametrize(("mail", "code"), [("", 0), ("smtp://mail.example", 1)])
def test_the_doctor_fails_when_something_is_broken(
    mail: str, code: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WERKMAAT_SMTP_URL", mail)
    assert run("doctor").exit_code == run("doctor", "--json").exit_code == code


@pytest.fixture
def start(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Result]:
    """Types ``werkmaat run``; its processes are not started."""
    monkeypatch.setattr("bot.cli.run.run_until_stopped", lambda work: None)
    monkeypatch.setattr("bot.cli.run._check_ports", lambda found: None)
    return lambda: run("run")


def test_a_start_without_a_token_makes_the_demo_once(start: Callable[[], Result], run: Run) -> None:
    first, second = start(), start()
    assert first.exit_code == second.exit_code == 0
    assert "werkmaat report" in first.stdout
    found = json.loads(run("report", "--json").stdout)[0]
    assert (len(found["learners"]), found["kept_to_oneself"]) == (12, 1)
    assert all(one["name"].endswith("(demo)") for one in found["learners"])
    assert len(json.loads(run("learner", "reply", "--json").stdout)) == 2
    assert len(json.loads(run("staff", "list", "--json").stdout)) == 4


@pytest.mark.parametrize(("role", "reader"), [("all", "bot.cli.run"), ("bot", "bot.wiring.parts")])
def test_a_folder_that_is_no_language_stops_the_start_in_one_line(
    role: str, reader: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locales/prs/LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "locales/prs/LC_MESSAGES/messages.po").touch()
    monkeypatch.setattr(f"{reader}.LOCALES", tmp_path / "locales")
    monkeypatch.setattr("bot.cli.run.demo.make_people", lambda found: None)
    result = run("run", "--role", role)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1].startswith(f"{tmp_path}/locales/prs is not the code of a language")
    assert "Traceback" not in result.stderr


REAL = {
    "a token": ("WERKMAAT_TELEGRAM_TOKEN", "4242:AAgeheim"),
    "a database of one's own": ("WERKMAAT_DATABASE_URL", "sqlite:///{}/own.db"),
}


@pytest.mark.parametrize("name", REAL)
def test_nobody_is_made_up_in_the_real_thing(
    name: str, start: Callable[[], Result], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    variable, value = REAL[name]
    monkeypatch.setenv(variable, value.format(tmp_path))
    result = start()
    assert result.exit_code == 0
    assert "geheim" not in result.output
    assert json.loads(run("staff", "list", "--json").stdout) == []
    assert ("do not exist" in result.stdout) is (name != "a token")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The words of an announcement, in Dutch and Arabic."""
    path = tmp_path / "closed.yml"
    path.write_text("nl: Vrijdag gesloten\nar: مغلق يوم الجمعة\n", encoding="utf-8")
    return path


@pytest.fixture
def announce(run: Run, published: None, texts: Path) -> Run:
    """Announces that the office is closed."""
    return lambda *more: run("learner", "announce", "closed", "--words", str(texts), *more)


def test_an_announcement_goes_to_all_learners_once(announce: Run, store: Store) -> None:
    for number, language in enumerate(("nl", "nl", "ar"), start=1):
        add_learner(store, number, language=language)
    add_learner(store, 4, language="fr", paused_until=NOW + timedelta(days=1))
    told = json.loads(announce("--dry-run", "--json").stdout)
    assert (told["to"], told["languages"], told["paused"]) == (3, {"ar": 1, "nl": 2}, 1)
    assert outbox_rows(store) == []
    assert announce().stdout == "goes to 3 learners\nnot to 1 who are pausing\n"
    assert announce().stdout == "goes to 0 learners\nnot to 3 who have it already\nnot to 1 who are pausing\n"
    assert len(outbox_rows(store)) == 3


def test_nobody_is_written_to_when_a_language_is_missing(announce: Run, store: Store) -> None:
    for number, language in enumerate(("nl", "ps", "ps", "fr"), start=1):
        add_learner(store, number, language=language)
    result = announce()
    assert (result.exit_code, result.stdout, outbox_rows(store)) == (1, "", [])
    assert "no text in fr, which 1 of the learners read" in result.stderr
    assert "no text in ps, which 2 of the learners read" in result.stderr
    assert announce("--instead", "nl").stdout == "goes to 4 learners\n"


def test_an_announcement_may_be_for_one_organisation(announce: Run, store: Store) -> None:
    elsewhere = people.add_organisation(store, "Elsewhere", NOW, Random(2))
    add_learner(store, 1, language="nl")
    add_learner(store, 2, language="nl", organisation_id=elsewhere.id)
    assert announce("--organisation", "Elsewhere").stdout == "goes to 1 learners\n"
    assert [row.chat_id for row in outbox_rows(store)] == [2]
    assert announce("--organisation", "Nobody").exit_code == 1


@pytest.mark.parametrize("wrong", [("--expires", "2w"), ("--expires", "0h"), ("--expires", "15d"), ("--instead", "fr")])
def test_an_announcement_that_is_called_wrongly_is_refused(announce: Run, store: Store, wrong: tuple[str, str]) -> None:
    add_learner(store, 1, language="nl")
    assert announce(*wrong).exit_code == 2
    assert outbox_rows(store) == []


def test_a_broken_file_of_words_is_told_line_by_line(announce: Run, store: Store, texts: Path) -> None:
    add_learner(store, 1, language="nl")
    texts.write_text("nl: Dag {name}\nnd: Dag\n", encoding="utf-8")
    result = announce()
    assert (result.exit_code, result.stdout, outbox_rows(store)) == (1, "", [])
    assert result.stderr.count("closed.yml:") == 2


def sends_words(store: Store) -> None:
    learner = add_learner(store)
    rows = [("w1", {"text": "de bekisting\nhier"}), ("w2", {"voice_file_id": "V1"}), ("w3", {"photo_file_id": "P1"})]
    for minutes, (key, said) in enumerate(rows):
        at = NOW + timedelta(minutes=minutes)
        add(store, WorkWord(id=key, learner_id=learner.id, at=at, state="waiting", **said))


@pytest.mark.usefixtures("published")
def test_words_from_work_wait_without_a_name(run: Run, store: Store) -> None:
    assert run("content", "words").stderr == "No word waits.\n"
    sends_words(store)
    listed = run("content", "words").stdout
    day = f"{NOW:%Y-%m-%d}"
    assert listed.splitlines()[0] == f"w1  {day}  text  de bekisting hier"
    assert "Amina" not in listed
    told = json.loads(run("content", "words", "--json").stdout)
    assert [(one["id"], one["kind"], one["text"]) for one in told] == [
        ("w1", "text", "de bekisting\nhier"),
        ("w2", "voice", None),
        ("w3", "photo", None),
    ]
    assert {*told[0]} == {"id", "at", "kind", "text"}


@pytest.mark.usefixtures("published")
def test_a_word_becomes_an_exercise_or_not_and_the_learner_is_told(run: Run, store: Store) -> None:
    sends_words(store)
    assert run("content", "words", "--made", "w1", "--item", "construction.gear.helmet").exit_code == 0
    assert run("content", "words", "--refuse", "w2").exit_code == 0
    lines = [(row.payload or {})["lines"][-1] for row in outbox_rows(store)]
    assert lines == [[{"text": "work_word.made"}], [{"text": "work_word.refused"}]]
    assert [one["id"] for one in json.loads(run("content", "words", "--json").stdout)] == ["w3"]


WORDS_REFUSED = [
    (("--made", "w1"), 2),
    (("--item", "construction.gear.helmet"), 2),
    (("--made", "w1", "--item", "construction.gear.helmet", "--refuse", "w1"), 2),
    (("--made", "w1", "--item", "no.such.item"), 1),
    (("--refuse", "nosuchword"), 1),
]


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(("words", "code"), WORDS_REFUSED)
def test_a_word_that_cannot_be_decided_about_stays(run: Run, store: Store, words: tuple[str, ...], code: int) -> None:
    sends_words(store)
    result = run("content", "words", *words)
    assert (result.exit_code, result.stdout, outbox_rows(store)) == (code, "", [])
    assert result.stderr


def assign(run: Run, *words: str, unit: str = "shared.phone", email: str = LIEN) -> Result:
    return run("learner", "assign", "--telegram-id", "1001", "--unit", unit, "--as", email, *words)


@pytest.mark.usefixtures("published")
def test_a_unit_is_chosen_for_a_learner_who_is_told_by_whom(run: Run, store: Store) -> None:
    amina = add_learner(store)
    assert assign(run).exit_code == 0
    [told] = outbox_rows(store)
    assert told.payload
    assert "Lien" in json.dumps(told.payload["lines"])
    assert told.payload["buttons"][0][0]["data"] == "path:-:practise-shared.phone"
    assert assign(run).exit_code == 1
    assert assign(run, "--take-back").exit_code == 0
    assert (assigning.of(store, amina.id), len(outbox_rows(store))) == ([], 1)
    assert assign(run, "--take-back").exit_code == 1


@pytest.mark.usefixtures("published")
def test_an_unknown_unit_lists_those_that_exist(run: Run, store: Store) -> None:
    add_learner(store)
    result = assign(run, unit="shared.fone")
    assert (result.exit_code, result.stdout, outbox_rows(store)) == (1, "", [])
    assert "shared.phone  Telefoon en berichten" in result.stderr


@pytest.mark.usefixtures("published")
def test_a_unit_is_chosen_by_staff_of_the_learners_organisation_alone(run: Run, store: Store) -> None:
    add_learner(store)
    elsewhere = people.add_organisation(store, "Elsewhere", NOW, Random(2))
    people.add_staff(store, "Kim", "kim@b.c", people.Role.COUNSELLOR, NOW, Random(3), organisation=elsewhere.name)
    for email in ("kim@b.c", "nobody@b.c"):
        assert assign(run, email=email).exit_code == 1
    assert outbox_rows(store) == []


@pytest.mark.usefixtures("published")
def test_the_report_leads_with_what_somebody_can_do(run: Run, store: Store) -> None:
    amina = add_learner(store)
    for kind in ("sharing", "skills"):
        add(store, Consent(learner_id=amina.id, kind=kind, given=True, notice="test", at=NOW))
    add(store, SkillHeld(id="k1", learner_id=amina.id, skill_id="skill.building.walls", source="card", at=NOW))
    about = run("report").stdout.partition("Amina\n")[2].splitlines()
    assert about[:2] == ["  Kan al:", "    Ik kan metselen."]
    [report] = json.loads(run("report", "--json").stdout)
    assert [one["can"] for one in report["learners"]] == [["Ik kan metselen."]]
