#!/bin/sh
# A wheel works outside the checkout: built, installed without the development tools, run in an empty folder.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cd "$here"
"$BIN/python" -m hatchling build -t wheel -d "$folder/dist" >/dev/null 2>&1
"${PYTHON:-python3}" -m venv "$folder/venv"

"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$here/requirements.lock"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps "$folder"/dist/*.whl

cd "$folder"
claimex="$folder/venv/bin/claimex"
"$claimex" --help >/dev/null
"$claimex" doctor
"$claimex" families rarity | grep -q "Says"
printf 'It was the first strike at the port in 12 years, the union said.\n' >article.txt
"$claimex" extract article.txt --published 2022-02-08 | grep -q '"family":"rarity"'
"$folder/venv/bin/python" - <<'PY'
import pathlib
import claimex
folder = pathlib.Path(claimex.__file__).parent
assert "site-packages" in str(folder), folder
assert (folder / "py.typed").exists()
strangers = [name for name in ("models", "corpus", "tests") if (folder.parent / name).exists()]
assert not strangers, strangers
PY
echo "smoke: the wheel works"
