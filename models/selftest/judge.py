"""Compares what was heard with what was said. The hearing is done by whisper.cpp, not by PyTorch, which is kinder.

`python3 judge.py LIST.tsv` counts; each line of LIST.tsv is `path/of/<id>.wav`, anything, milliseconds and the text heard, tab-separated.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

import heldback
from numerals import LANGUAGES


def plain(text: str) -> str:
    """A text as it is compared: no stops, no case, no spaces."""
    return re.sub(r"[\s.,!?'\-。，！？]+", "", text).lower()


def distance(a: str, b: str) -> int:
    """Edits between two texts, in characters."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def table(heard: dict[str, str]) -> str:
    """Exactly right, of how many, per kind and language, and the share of wrong characters, as Markdown."""
    right, count, wrong, length = (defaultdict(int) for _ in range(4))
    for row in heldback.rows():
        if row["id"] not in heard:
            continue
        wanted = "" if row["kind"] == "nothing" else plain(row["text"])
        got = plain(heard[row["id"]])
        for key in ((row["kind"], row["language"]), (row["kind"], "all"), ("all", row["language"]), ("all", "all")):
            count[key] += 1
            right[key] += wanted == got
            if row["kind"] != "nothing":
                wrong[key] += distance(wanted, got)
                length[key] += len(wanted)
    columns = (*LANGUAGES, "all")
    lines = ["| kind | " + " | ".join(columns) + " | wrong characters |", "|---|" + "---|" * (len(columns) + 1)]
    for kind in (*heldback.PER_KIND, "all"):
        cells = [f"{right[kind, c]}/{count[kind, c]}" for c in columns]
        share = f"{wrong[kind, 'all'] / length[kind, 'all']:.1%}" if length[kind, "all"] else ""
        lines.append(f"| {kind} | " + " | ".join(cells) + f" | {share} |")
    return "\n".join(lines)


def read(path: Path) -> dict[str, str]:
    heard = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        file, _, _, text = line.split("\t", 3)
        heard[Path(file).stem] = text
    return heard


if __name__ == "__main__":
    print(table(read(Path(sys.argv[1]))))
