"""``method check FILE`` and ``method schema``: for who makes a method of their own."""

import json
import sys
from pathlib import Path

from journal import method_files
from journal.domain.guidance_methods import Method
from journal.errors import GuidanceError
from journal.guidance_files import MethodFile
from journal.text import say, tr, trn


def check(file: Path) -> int:
    """Say what is in the file, or on which lines it is wrong. 0 when it is good, 1 when not."""
    try:
        method = method_files.read_method(file)
    except GuidanceError as error:
        for line, key, why in error.problems:
            place = f"{file}:{line}: {key}: {why}" if key else f"{file}:{line}: {why}"
            print(place, file=sys.stderr)
        count = len(error.problems)
        print(trn("{n} problem; nothing of this file is used.", "{n} problems; nothing of this file is used.", count))
        return 1
    print(tr("{name}: good", name=say(method.name)))
    for name, told in _told(method).items():
        print(f"  {name + ':':<22}{told:>4}")
    return 0


def _told(method: Method) -> dict[str, int]:
    return {
        tr("steps"): len(method.steps),
        tr("minutes together"): method.minutes,
        tr("least people"): method.least_people,
        tr("roles"): len(method.roles),
        tr("questions of the case"): len(method.asks),
        tr("sheets to write on"): len(method.sheets),
    }


def schema() -> str:
    """The JSON Schema of method files, made from the model."""
    made = MethodFile.model_json_schema()
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = "Reisgezel method file"
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def write_schema() -> int:
    """Print the schema."""
    print(schema(), end="")
    return 0
