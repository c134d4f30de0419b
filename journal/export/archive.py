"""The whole journal as JSON: complete, versioned, readable by any program, in the same order every time."""

import json
from collections.abc import Mapping
from typing import Any


def render(archive: Mapping[str, Any]) -> str:
    """Pretty JSON of what ``storage/snapshot.archive`` gives. Lone halves of signs become the replacement sign."""
    text = json.dumps(archive, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
