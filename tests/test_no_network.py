"""Nothing in the code can talk to a network."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
TALKATIVE = {
    "socket",
    "ssl",
    "http",
    "urllib",
    "requests",
    "httpx",
    "ftplib",
    "smtplib",
    "asyncio",
    "xmlrpc",
    "webbrowser",
}


def imports(file: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_no_module_imports_what_talks_to_a_network():
    files = [*ROOT.glob("journal/**/*.py"), *ROOT.glob("ui/**/*.py"), *ROOT.glob("resources/**/*.py")]
    assert files
    for file in files:
        for name in imports(file):
            if name == "urllib.parse":  # only takes addresses of files apart
                continue
            assert name.split(".")[0] not in TALKATIVE, f"{file}: {name}"
            assert not name.startswith(("PySide6.QtNetwork", "PySide6.QtWebEngine")), f"{file}: {name}"
