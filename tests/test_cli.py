"""The command line: exit codes, stdout and stderr together."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from claimex import __version__, nlp
from claimex.cli import app
from claimex.cli.options import DEFAULT_MODEL, DEFAULT_NER

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

TEXT = "Port strike begins\n\nDockers walked out on Monday. It is the first strike there in 12 years, the union said.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "strike.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def run(*args: str, data: bytes | None = None) -> Result:
    return CliRunner().invoke(app, args, input=data)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_article_is_one_line(article: str) -> None:
    result = run("extract", article, "--published", "2022-02-08")

    assert (result.exit_code, result.stderr) == (0, "")
    (record,) = lines(result)
    assert record["text"] == TEXT
    assert record["title"] == "Port strike begins"
    assert record["published"] == {"value": "2022-02-08", "grain": "day", "how": "given", "evidence": "2022-02-08"}


def test_no_text_title_and_output_file(article: str, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = run("extract", article, "--no-text", "--title", "Strike", "-o", str(out))

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    record = json.loads(out.read_text(encoding="utf-8"))
    assert "text" not in record
    assert record["title"] == "Strike"


def test_a_line_for_each_claim(article: str) -> None:
    whole = lines(run("extract", article, "--published", "2022-02-08"))[0]
    claims = lines(run("extract", article, "--published", "2022-02-08", "--per", "claim"))

    assert [claim["id"] for claim in claims] == [claim["id"] for claim in whole["claims"]]  # type: ignore[attr-defined]
    rarity = next(claim for claim in claims if claim["family"] == "rarity")
    assert rarity["article"]["source"] == article  # type: ignore[index]
    assert rarity["slots"]["period"]["date"]["value"] == "P12Y"  # type: ignore[index]
    assert rarity["dates"][0]["text"] == "12 years"  # type: ignore[index]


def test_utf16_offsets() -> None:
    text = "🚢🚢 The port was closed in 2021."
    plain = lines(run("extract", "-", data=text.encode()))[0]
    wide = lines(run("extract", "-", "--offsets", "utf16", data=text.encode()))[0]

    units = text.encode("utf-16-le")
    for point, unit in zip(plain["dates"], wide["dates"], strict=True):  # type: ignore[call-overload]
        assert text[point["start"] : point["end"]] == "2021"
        assert units[2 * unit["start"] : 2 * unit["end"]].decode("utf-16-le") == "2021"
    assert (plain["offsets"], wide["offsets"]) == ("codepoint", "utf16")


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_nothing_to_read_is_a_record_without_claims(data: bytes) -> None:
    result = run("extract", "-", data=data)

    assert (result.exit_code, result.stderr) == (0, "")
    (record,) = lines(result)
    assert (record["text"], record["claims"], record["sentences"]) == (data.decode(), [], [])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"ab\xffcd", "claimex: -: not utf-8: invalid byte at offset 2; --encoding names another encoding\n"),
        (b"A text with a slip, here: \x00, and on it goes.", "claimex: -: NUL character at byte 26: not text\n"),
        (b'{"text": 5}\n', 'claimex: -:1: key "text" must be a string, but is a number\n'),
        (b'{"text": "A.", "published": "soon"}\n', "claimex: -:1: "),
    ],
)
def test_nothing_done_is_exit_1(data: bytes, message: str) -> None:
    result = run("extract", "-", data=data)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


def test_some_failed_is_exit_3(tmp_path: Path, article: str) -> None:
    failures = tmp_path / "failures.jsonl"
    result = run("extract", str(tmp_path / "none.txt"), article, "--failures", str(failures))

    assert (result.exit_code, len(lines(result))) == (3, 1)
    assert result.stderr.splitlines() == [
        f"claimex: {tmp_path / 'none.txt'}: no such file",
        "claimex: 2 read = 1 written + 1 failed + 0 skipped",
    ]
    assert json.loads(failures.read_text(encoding="utf-8")) == {
        "source": str(tmp_path / "none.txt"), "line": None, "id": None, "reason": "unreadable", "detail": "no such file",
    }  # fmt: skip


def test_a_name_cannot_break_the_line_or_drive_the_terminal() -> None:
    assert run("extract", "a\nb\x1b[31m.txt").stderr == "claimex: a\\nb\\x1b[31m.txt: no such file\n"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--published", "soon"], "claimex: --published: "),
        (["--published", "2022-02-30"], "claimex: --published: "),
        (["--encoding", "klingon"], "claimex: --encoding: no encoding is named 'klingon'"),
    ],
)
def test_misuse_is_exit_2_with_one_line(article: str, options: list[str], message: str) -> None:
    result = run("extract", article, *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("args", [["extract"], ["extract", "a.txt", "--per", "word"], ["digest"]])
def test_argument_errors_are_exit_2(args: list[str]) -> None:
    assert run(*args).exit_code == 2


def test_output_that_cannot_be_written(article: str, tmp_path: Path) -> None:
    result = run("extract", article, "-o", str(tmp_path / "none" / "out.jsonl"))

    assert (result.exit_code, result.stderr) == (
        1,
        f"claimex: {tmp_path / 'none' / 'out.jsonl'}: cannot write: no such file or directory\n",
    )


def test_a_model_that_is_not_installed(article: str) -> None:
    result = run("extract", article, "--model", "en_core_web_none")

    assert result.exit_code == 1
    assert result.stderr.startswith("claimex: no spaCy pipeline named 'en_core_web_none' is installed")


def test_show_is_plain_when_not_a_terminal(article: str) -> None:
    result = run("show", article, "--published", "2022-02-08")

    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    assert "rarity" in result.stdout
    assert "refuted by:" in result.stdout


def test_show_makes_terminal_escapes_harmless(tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text("The \x1b]0;owned\x07port \x9b31mwas closed in 2021, \u202eit said.", encoding="utf-8")
    result = run("show", str(path))

    assert result.exit_code == 0
    assert not set("\x1b\x07\x9b\u202e") & set(result.stdout)


def test_explain_says_which_pattern_and_words(article: str) -> None:
    claims = lines(run("extract", article, "--published", "2022-02-08", "--per", "claim"))
    rarity = next(claim for claim in claims if claim["family"] == "rarity")
    result = run("explain", article, str(rarity["id"]), "--published", "2022-02-08")

    assert result.exit_code == 0
    assert result.stdout.startswith(f"{rarity['id']}: rarity, by the pattern {rarity['pattern']}\ncue: 'first' at ")


def test_explain_a_claim_that_is_not_there(article: str) -> None:
    result = run("explain", article, "cffff")

    assert (result.exit_code, result.stderr) == (1, f"claimex: {article}: no claim has an id that begins with 'cffff'\n")


def test_families_are_listed_with_an_example() -> None:
    result = run("families")

    assert result.exit_code == 0
    assert [line.split(":")[0] for line in result.stdout.splitlines() if line and not line.startswith(" ")] == [
        "cause", "change", "comparison", "event", "forecast", "quantity", "rarity", "role", "rule", "statement", "superlative",
    ]  # fmt: skip
    assert result.stdout.count("e.g. ") == 11


def test_one_family_is_told_in_full() -> None:
    assert "Does not say" in run("families", "rarity").stdout
    assert run("families", "rumour").exit_code == 2


def test_schema_is_json_schema() -> None:
    schema = json.loads(run("schema").stdout)

    assert schema["title"] == "ArticleRecord"
    assert schema["additionalProperties"] is False


def test_version() -> None:
    assert run("--version").stdout == f"claimex {__version__}\n"


def test_the_default_model_is_named_once() -> None:
    assert DEFAULT_MODEL == nlp.DEFAULT_MODEL
    assert DEFAULT_NER.value == nlp.DEFAULT_NER


@pytest.mark.parametrize("args", [["--help"], ["extract", "--help"], ["extract"], ["extract", "a.txt", "--published", "soon"]])
def test_help_and_misuse_import_nothing_heavy(args: list[str]) -> None:
    code = f"""
import sys
from claimex.cli import app
try:
    app({args!r})
except SystemExit:
    pass
print(sorted({{"spacy", "dateparser", "numpy", "thinc"}} & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own code

    assert done.stderr.splitlines()[-1] == "[]"
