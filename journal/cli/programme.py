"""``programme check FILE`` and ``programme schema``: for who makes a programme file."""

import json
import sys
from pathlib import Path

from journal import guidance_files
from journal.domain.guidance import Programme
from journal.errors import GuidanceError
from journal.text import say, tr, trn


def check(file: Path) -> int:
    """Say what is in the file, or on which lines it is wrong. 0 when it is good, 1 when not."""
    try:
        programme = guidance_files.read_programme(file)
    except GuidanceError as error:
        for line, key, why in error.problems:
            place = f"{file}:{line}: {key}: {why}" if key else f"{file}:{line}: {why}"
            print(place, file=sys.stderr)
        count = len(error.problems)
        print(trn("{n} problem; nothing of this file is used.", "{n} problems; nothing of this file is used.", count))
        return 1
    print(tr("{name}, version {version}: good", name=say(programme.name), version=programme.version))
    guidance = guidance_files.guidance_for(programme)
    counts = {
        tr("sessions"): len(programme.sessions),
        tr("themes"): len(programme.themes),
        tr("places on the map"): len(guidance.stages),
        tr("own forms"): len(programme.forms),
        tr("questions of its own"): sum(len(form.prompts()) for form in programme.forms),
    }
    for name, count in counts.items():
        print(f"  {name + ':':<22}{count:>4}")
    dutch_only = _without_english(programme)
    if dutch_only:
        print(trn("{n} text has no English; Dutch is shown.", "{n} texts have no English; Dutch is shown.", dutch_only))
    return 0


def schema() -> str:
    """The JSON Schema of programme files, made from the models."""
    made = Programme.model_json_schema()
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = "Reisgezel programme file"
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def write_schema() -> int:
    """Print the schema."""
    print(schema(), end="")
    return 0


def _without_english(value: object) -> int:
    """How many words have only Dutch."""
    if isinstance(value, dict):
        if "nl" in value:
            return "en" not in value
        return sum(map(_without_english, value.values()))
    if isinstance(value, tuple | list):
        return sum(map(_without_english, value))
    return _without_english(value.model_dump()) if isinstance(value, Programme) else 0
