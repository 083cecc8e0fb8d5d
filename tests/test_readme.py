"""Each command and each piece of Python that the README shows is run."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimex.cli import app
from claimex.resources import resource

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line.split("#")[0].strip() for kind, block in BLOCKS if not kind for line in block.splitlines()]
GOLDEN = resource("corpus", "golden", "state-visit.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made() -> str:
    """What an earlier run of `extract` wrote, for the commands that read it."""
    return CliRunner().invoke(app, ["extract", str(resource("corpus", "golden", "state-visit.txt"))]).stdout


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: str) -> Path:
    """A folder with the files that the README's commands name."""
    (tmp_path / "story.txt").write_text(GOLDEN, encoding="utf-8")
    lines = [{"text": GOLDEN, "id": "a1", "published": "2022-02-08"}, {"text": "It rained.", "id": "a2"}]
    (tmp_path / "archive.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (tmp_path / "sentences.txt").write_text("Prices rose 5 percent in 2021.\nGood morning.\n", encoding="utf-8")
    for name in ("claims.jsonl", "old.jsonl", "new.jsonl"):
        (tmp_path / name).write_text(made, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("claimex ")])
def test_commands(folder: Path, command: str) -> None:
    assert (folder / "story.txt").exists()
    if "CLAIM_ID" in command:
        record = json.loads(CliRunner().invoke(app, ["extract", "story.txt"]).stdout)
        command = command.replace("CLAIM_ID", record["claims"][0]["id"])
    result = CliRunner().invoke(app, shlex.split(command)[1:])

    assert result.exit_code == 0
    accounts = re.compile(r"claimex: (?:\d+ read = \d+ written \+ 0 failed|\d+ articles \(0 came, 0 went, 0 changed\))")
    assert [line for line in result.stderr.splitlines() if not accounts.match(line)] == []


@pytest.mark.parametrize("target", [command.split()[1] for command in COMMANDS if command.startswith("make ")])
def test_make_targets(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("code", [block for kind, block in BLOCKS if kind == "python"])
def test_python(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102  # our own code

    printed = capsys.readouterr().out
    assert "rarity" in printed
    assert '"id":"a1"' in printed


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_links(link: str) -> None:
    assert (ROOT / link).exists()
