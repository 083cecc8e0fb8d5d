"""Hostile files, made here in our own words: what each holds, and what must come of it.

`tests/test_read_hostile.py` reads them all; `benchmarks/hostile.py` runs the command on each and measures time and memory.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import tarfile
import zipfile
from typing import TYPE_CHECKING

from tests.inputs import PAGE, http, warc_record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["FILES"]

LINE = "Anna Marsh is the first mayor of Leeds in 23 years to visit Lyon, her office said on Monday. "
LINE_BYTES = LINE.encode()
MEMBERS = 200  # of a bomb, of a megabyte each


def bomb(piece: bytes) -> bytes:
    """Much in little: 200 MB in 200 KB."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as stream:
        for _ in range(MEMBERS):
            stream.write(piece * (1_000_000 // len(piece)))
    return out.getvalue()


def zip_slip() -> bytes:
    """An archive that would write outside of where it is unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../outside.txt", LINE)
    return out.getvalue()


def tar_slip() -> bytes:
    """An archive with a link to a file of the system."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


def entities(depth: int) -> str:
    """Entities of entities: ten to the power of the depth."""
    declared = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(depth))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{declared}]><rss>&e{depth};</rss>'


def jsonl(*values: object) -> bytes:
    return "".join(value if isinstance(value, str) else json.dumps(value) + "\n" for value in values).encode()


def page(body: str) -> bytes:
    return f"<html><head><title>T</title></head><body><article>{body}</article></body></html>".encode()


# name -> its bytes, and what comes of it: "record", or the reason of the failure; for files of several, those of all
FILES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    # encodings
    "bom.txt": (lambda: b"\xef\xbb\xbf" + LINE_BYTES, "record"),
    "utf16.txt": (lambda: LINE.encode("utf-16"), "encoding"),
    "utf16-no-mark.txt": (lambda: LINE.encode("utf-16-be"), "binary"),
    "latin1.txt": (lambda: "Le café était fermé.".encode("latin-1"), "encoding"),
    "windows.txt": (lambda: "“First in 23 years” – her office’s words.".encode("cp1252"), "encoding"),
    "cut-utf8.txt": (lambda: (LINE + "café").encode()[:-1], "encoding"),
    "overlong.txt": (lambda: LINE_BYTES + b"\xc0\xaf", "encoding"),
    "surrogates.txt": (lambda: LINE_BYTES + b"\xed\xa0\xbd\xed\xb8\x80", "encoding"),
    "nul.txt": (lambda: LINE_BYTES.replace(b" first", b"\0first"), "nul"),
    "random.txt": (lambda: random.Random(7).randbytes(20_000), "binary"),  # noqa: S311  # no secret
    "picture.txt": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(64), "binary"),
    # odd texts
    "empty.txt": (lambda: b"", "record"),
    "blank.txt": (" \r\n\t\u00a0\u2028\n".encode, "record"),
    "line-ends.txt": (lambda: b"Anna Marsh\r\nwas first\rin 23 years.\r\n\r\nNext.\r\n", "record"),
    "combining.txt": ("Jose\u0301 Mun\u0303oz was the first in 23 years.".encode, "record"),
    "emoji.txt": ("👩🏽‍🚀👨‍👩‍👧 She 🇫🇷 is the first in 23 years 🎉.".encode, "record"),
    "bidi.txt": ("\u202eMarsh\u202c هي the first in 23 years \u2066x\u2069.".encode, "record"),
    "invisible.txt": ("Mar\u200bsh is the fir\u00adst in 23\u2009years\ufeff.".encode, "record"),
    "digits.txt": ("The first in ２３ years, in ٢٠٢٢.".encode, "record"),
    "terminal.txt": (lambda: b"\x1b[31m" + LINE_BYTES + b"\x1b]0;owned\x07", "record"),
    "markup.txt": (lambda: b"<script>alert(1)</script> " + LINE_BYTES + b"{{7*7}} ${7*7}", "record"),
    "formula.txt": (lambda: b'=HYPERLINK("http://x","y") @SUM(1) ' + LINE_BYTES, "record"),
    "german.txt": ("Der Stadtrat hat am Montag beschlossen, die alte Brücke zu sperren, sagte sie.".encode, "language"),
    # long texts
    "long.txt": (lambda: LINE_BYTES * 2_000, "record"),
    "one-word.txt": (lambda: b"a" * 100_000 + b" in 2020", "record"),
    "number.txt": (lambda: b"9" * 20_000, "record"),
    "months.txt": (lambda: " ".join(f"March {1900 + i % 120}" for i in range(3_000)).encode(), "record"),
    "cues.txt": (lambda: b"first " * 5_000 + b"in " * 5_000 + b"years", "record"),
    "quotes.txt": (lambda: "“".encode() * 3_000 + LINE_BYTES + b'"' * 3_000, "record"),
    "brackets.txt": (lambda: b"[" * 5_000, "record"),
    # lines of JSON
    "lines.jsonl": (
        lambda: jsonl({"text": "One."}, "\n", '{"text":\n', "[1, 2]\n", {"id": "x"}, {"text": None}, '{"text": "\\ud800"}\n',
                      '{"text": "x", "n": NaN}\n', {"text": "Two."}),
        "record json json keys keys surrogate json record",
    ),
    "deep.jsonl": (lambda: b'{"text": ' + b"[" * 5_000 + b"]" * 5_000 + b"}\n", "json"),
    "equal-ids.jsonl": (lambda: jsonl({"id": "1", "text": "One."}, {"id": "1", "text": "Two."}), "record record"),
    "odd-dates.jsonl": (
        lambda: jsonl(*({"text": LINE, "published": day} for day in ("2022-02-30", "0000-00-00", "last week", "", None, 2022))),
        "published published published record record record",
    ),
    # what packs and points
    "bomb.txt.gz": (lambda: bomb(b"a "), "too large"),
    "bomb-lines.jsonl.gz": (lambda: bomb(b"\n"), "too large"),
    "bomb-line.jsonl.gz": (lambda: bomb(b" "), "too large"),
    "bomb-page.warc": (
        lambda: warc_record(http(bomb(b"<p>a</p>"), headers="Content-Encoding: gzip\r\n")) + warc_record(http(PAGE.encode())),
        "too large record",
    ),
    "cut.txt.gz": (lambda: gzip.compress(LINE_BYTES)[:-6], "packed"),
    "two.txt.gz": (lambda: gzip.compress(LINE_BYTES) + gzip.compress(b"More in 2021."), "record"),
    "plain.txt.gz": (lambda: LINE_BYTES, "packed"),
    "slip.zip": (zip_slip, "archive"),
    "slip.tar": (tar_slip, "archive"),
    "laughs.xml": (lambda: entities(9).encode(), "xml"),
    "outside.xml": (
        lambda: b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
        "xml",
    ),
    "deep.xml": (lambda: b"<rss>" + b"<a>" * 200_000, "xml"),
    "attribute.xml": (lambda: b'<rss a="' + b"x" * 19_000_000 + b'">', "xml"),
    "item.rss": (lambda: b"<rss><channel><item><description>" + b"x " * 15_000_000 + b"</description></item></channel></rss>",
                 "too large"),
    # pages
    "tags.html": (lambda: page("<b>" * 500_000), "too large"),
    "attributes.html": (lambda: page("<p " + " ".join(f"a{i}=1" for i in range(300_000)) + ">x</p>"), "too large"),
    "deep.html": (lambda: page("<div>" * 29_000 + LINE), "no text"),
    "comment.html": (lambda: page("<!--" * 400_000), "no text"),
    "angles.html": (lambda: b"<" * 3_000_000, "no text"),
    # names
    "-dash.txt": (lambda: LINE_BYTES, "record"),
    "new\nline \u202etxt.txt": (lambda: LINE_BYTES, "record"),
}  # fmt: skip
