#!/bin/sh
# Installs all that `make demo` and `make test` need: system libraries (as root on Debian and its kin;
# else it says in one line what to install) and a virtual environment from the lock file.
set -eu
PYTHON=${PYTHON:-python3}

if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Reisgezel needs Python 3.11 or later; '$PYTHON' is not. Try: make PYTHON=python3.12 ..." >&2
    exit 1
fi

# system packages that are missing, one a line: by library, module or program
missing=$("$PYTHON" - <<'EOF'
import ctypes, importlib.util, shutil, sys, sysconfig
from pathlib import Path

LIBRARIES = {
    "libGL.so.1": "libgl1", "libEGL.so.1": "libegl1", "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1", "libdbus-1.so.3": "libdbus-1-3", "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0", "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1", "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool", "objdump": "binutils", "strace": "strace"}
if sys.platform.startswith("linux"):
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            print(package)
    for program, package in PROGRAMS.items():
        if not shutil.which(program):
            print(package)
    # PyInstaller puts Python's own shared library into the bundle; Debian keeps it in a package of its own
    own, place = sysconfig.get_config_var("INSTSONAME") or "", sysconfig.get_config_var("LIBDIR") or ""
    if ".so" not in own:
        own = "libpython%d.%d.so.1.0" % sys.version_info[:2]
    try:
        ctypes.CDLL(own)
    except OSError:
        if not (Path(place) / own).exists():
            print("libpython%d.%d" % sys.version_info[:2])
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        print("python3-venv")
EOF
)
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086 # a list of packages
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing system libraries:" $missing
        apt-get update -qq >/dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    else
        echo "System libraries are missing. Install them with:" >&2
        echo "  sudo apt-get install -y" $missing >&2
        exit 1
    fi
fi

[ -x .venv/bin/python ] || "$PYTHON" -m venv .venv
echo "Installing the Python packages of requirements-dev.lock into .venv"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
.venv/bin/python hatch_build.py
