"""Reads what Torus wrote for Anki and for spreadsheets with the libraries that those programs and their users have.

    python3 -m venv venv && venv/bin/pip install -r .ci/exchange_readers.txt
    venv/bin/python .ci/exchange_readers.py rivers.apkg rivers.xlsx kahoot.xlsx

An Anki package must bring only new notes when it is imported once, and none when it is imported again; its collection must be
sound. A workbook must open, and have its headings in the first row, or in the eighth where it is Kahoot's.
"""

import sys
import tempfile
from pathlib import Path

import openpyxl
from anki.collection import Collection, ImportAnkiPackageRequest

LOGS = ["new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "missing_deck", "empty_first_field"]


def check_package(package: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))

        def imported() -> dict[str, int]:
            log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package))).log
            return {name: len(getattr(log, name)) for name in LOGS if len(getattr(log, name))}

        first, second = imported(), imported()
        _, is_sound = collection.fix_integrity()
        notes, cards = collection.note_count(), collection.card_count()
        collection.close()
    assert notes > 0 and first == {"new": notes}, f"{package}: {first}"
    assert second == {"duplicate": notes}, f"{package}: imported again: {second}"
    assert is_sound, f"{package}: the collection needed mending"
    print(f"{package}: {notes} notes, {cards} cards")


def check_workbook(workbook: Path) -> None:
    sheet = openpyxl.load_workbook(workbook).active
    is_kahoot = sheet["B8"].value == "Question - max 120 characters"
    assert is_kahoot or sheet["A1"].value == "ID", f"{workbook}: no headings"
    first = 9 if is_kahoot else 2
    questions = [row for row in sheet.iter_rows(min_row=first, values_only=True) if any(row)]
    assert questions, f"{workbook}: no question"
    print(f"{workbook}: {len(questions)} questions")


for argument in sys.argv[1:]:
    path = Path(argument)
    if path.suffix == ".apkg":
        check_package(path)
    else:
        check_workbook(path)
