"""Nothing in the code can talk to a network."""

import ast
import os
import socket
from pathlib import Path

import pytest

from tests import no_sockets

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


def test_every_way_to_a_network_is_stopped_in_this_test_run_and_nothing_tried_one():
    assert no_sockets.tried == []
    for attempt in (
        lambda: socket.socket(socket.AF_INET),
        lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
        lambda: socket.getaddrinfo("example.invalid", 443),
    ):
        with pytest.raises(RuntimeError, match="here"):
            attempt()
    assert len(no_sockets.tried) == 3
    no_sockets.tried.clear()


def test_only_folders_of_ones_own_are_ever_opened_outside_the_app():
    found = 0
    for file in ROOT.glob("ui/**/*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in {"setOpenExternalLinks", "linkActivated"}:
                pytest.fail(f"{file}: a link that opens by itself")
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "openUrl":
                found += 1
                given = node.args[0]
                assert isinstance(given, ast.Call), file
                assert ast.unparse(given.func) == "QUrl.fromLocalFile", file
    assert found


@pytest.mark.skipif("REISGEZEL_BUNDLE" not in os.environ, reason="the bundle was not built")
def test_the_bundle_has_nothing_of_qt_that_talks_to_a_network():
    names = [path.name for path in Path(os.environ["REISGEZEL_BUNDLE"]).rglob("*")]
    assert len(names) > 100
    assert [name for name in names if "QtNetwork" in name or "Qt6Network" in name or "WebEngine" in name] == []
