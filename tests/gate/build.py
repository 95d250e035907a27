"""Writes the gold's stand-off files from its annotated sources: `python -m tests.gate.build`.

Prints the SHA-256 of each file, to be pinned in `tests/gate/gold.py`.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from tests.gate import markup

DATA = Path(__file__).parent / "data"


def built() -> dict[str, str]:
    """The content of each stand-off file, by name, as the sources give it."""
    rows = [
        row
        for path in sorted(DATA.glob("articles_*.txt"))
        for row in markup.articles(path.read_text("utf-8"), path.name[9:11])
    ]
    hard = markup.sentences((DATA / "sentences.txt").read_text("utf-8"))
    return {"articles.jsonl": _lines(rows), "sentences.jsonl": _lines(list(hard))}


def _lines(rows: list[dict[str, object]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main() -> None:
    """Writes the files and prints their hashes."""
    for name, content in built().items():
        (DATA / name).write_text(content, "utf-8")
        print(hashlib.sha256(content.encode()).hexdigest(), name)


if __name__ == "__main__":
    main()
