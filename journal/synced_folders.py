"""Whether a folder is synced or shared with others: known by its name, its surroundings, or what is mounted there.

Nothing is asked of a network or a program. What it does not know it does not tell: the answer is help, no promise.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Final


class Why(StrEnum):
    """Synced to a service of somebody else, or on a disk that others reach too."""

    SYNCED = "synced"
    NETWORK = "network"


@dataclass(frozen=True)
class Synced:
    """A folder that others may read. ``name`` as people know it: OneDrive, Dropbox, the name of a server."""

    name: str
    why: Why


@dataclass(frozen=True)
class System:
    """What is looked at; given in, so that it can be another machine in a test."""

    platform: str
    environment: Mapping[str, str]
    mounts: str = ""
    """The text of /proc/mounts; empty elsewhere."""


_SERVICES: Final = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("mijn drive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("proton drive", "Proton Drive"),
    ("surfdrive", "SURFdrive"),
    ("research drive", "Research Drive"),
    ("stack", "STACK"),
    ("sharepoint", "SharePoint"),
    ("box sync", "Box"),
    ("pclouddrive", "pCloud"),
    ("syncthing", "Syncthing"),
)
_WHOLE: Final = frozenset(("stack", "my drive", "mijn drive"))
"""Ordinary words too: only when the folder is called just that, and for the drives of Google right under a root."""
_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK_TYPES: Final = frozenset(
    "cifs smb smb3 smbfs nfs nfs4 afpfs ncpfs sshfs fuse.sshfs davfs fuse.davfs fuse.davfs2 9p webdav".split()
)
_SYNC_TYPES: Final = {
    "fuse.rclone": "rclone",
    "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.onedriver": "OneDrive",
}
_MAC_MOUNT: Final = re.compile(r"(.+?) on (/.*) \((\w+)(?:,.*)?\)")
_MARKERS: Final = ((".dropbox", "Dropbox"), (".nextcloudsync.log", "Nextcloud"), (".owncloudsync.log", "ownCloud"))


def kind_of(path: Path, system: System | None = None) -> Synced | None:
    """Where a folder (or the folder of a file that is not there yet) goes, or None when it seems to stay here."""
    system = system or this_system()
    pure: PurePath = _pure(path, system.platform)
    return _by_name(pure, system) or _by_variable(pure, system) or _by_mount(pure, system) or _by_marker(path)


def this_system() -> System:
    """The machine that this runs on."""
    try:
        if sys.platform == "darwin":
            told = subprocess.run(["/sbin/mount"], capture_output=True, check=False, timeout=2)
            mounts = as_proc_mounts(told.stdout.decode("utf-8", "replace"))
        else:
            mounts = Path("/proc/mounts").read_text("utf-8", errors="replace") if sys.platform == "linux" else ""
    except (OSError, subprocess.SubprocessError):
        mounts = ""
    return System(sys.platform, os.environ, mounts)


def as_proc_mounts(told: str) -> str:
    """What ``mount`` on a Mac tells, in the form of /proc/mounts: ``//nas/groep on /Volumes/groep (smbfs, …)``."""
    found = (_MAC_MOUNT.fullmatch(line.strip()) for line in told.splitlines())
    return "\n".join(" ".join(part.replace(" ", "\\040") for part in match.groups()) for match in found if match)


def _pure(path: Path, platform: str) -> PurePath:
    return PureWindowsPath(str(path)) if platform == "win32" else PurePosixPath(str(path))


def _by_name(path: PurePath, system: System) -> Synced | None:
    parts = [part.casefold() for part in path.parts]
    for at, part in enumerate(parts):
        for sign, name in _SERVICES:
            if part == sign or (sign not in _WHOLE and part.startswith((f"{sign} ", f"{sign}-", f"{sign}("))):
                if sign.endswith(" drive") and sign in _WHOLE and not _is_google(parts, at):
                    continue
                return Synced(_named(path.parts[at], name), Why.SYNCED)
    if "mobile documents" in parts:
        return Synced("iCloud Drive", Why.SYNCED)
    if system.platform == "darwin" and "cloudstorage" in parts[:-1]:
        return Synced(path.parts[parts.index("cloudstorage") + 1].split("-")[0], Why.SYNCED)
    return None


def _is_google(parts: list[str], at: int) -> bool:
    r"""G:\My Drive, and what Google Drive for macOS lays in CloudStorage."""
    return at == 1 or any("google" in part for part in parts[:at])


def _named(folder: str, service: str) -> str:
    """Also whose it is, as OneDrive - Zorggroep tells."""
    return folder if service == "OneDrive" and " - " in folder else service


def _by_variable(path: PurePath, system: System) -> Synced | None:
    folders = [system.environment[name] for name in _VARIABLES if system.environment.get(name)]
    for folder in folders:
        root = _pure(Path(folder), system.platform)
        if _inside(path, root):
            return Synced(_named(root.name, "OneDrive"), Why.SYNCED)
    return None


def _by_mount(path: PurePath, system: System) -> Synced | None:
    if system.platform == "win32":
        share = path.drive
        is_share = share.startswith("\\\\") and not share.startswith(("\\\\?\\", "\\\\.\\"))
        unc = share.casefold().startswith("\\\\?\\unc\\")
        return (
            Synced(share.removeprefix("\\\\?\\UNC").lstrip("\\").split("\\")[0], Why.NETWORK)
            if is_share or unc
            else None
        )
    if system.platform == "darwin" and len(path.parts) > 2 and path.parts[1] == "Volumes":  # noqa: PLR2004
        return _volume(path, system)
    found = [
        (root, source, kind) for root, source, kind in _mounts(system.mounts) if _inside(path, PurePosixPath(root))
    ]
    if not found:
        return _gvfs(path)
    _, source, kind = max(found, key=lambda each: len(each[0]))
    if kind in _SYNC_TYPES:
        return Synced(_SYNC_TYPES[kind], Why.SYNCED)
    return Synced(_server(source), Why.NETWORK) if kind in _NETWORK_TYPES else _gvfs(path)


def _volume(path: PurePath, system: System) -> Synced | None:
    """A volume on a Mac: from what ``mount`` would tell when that was given in, in the form of /proc/mounts."""
    for root, source, kind in _mounts(system.mounts):
        if _inside(path, PurePosixPath(root)) and kind in _NETWORK_TYPES:
            return Synced(_server(source), Why.NETWORK)
    return None


def _gvfs(path: PurePath) -> Synced | None:
    """What the file manager of Gnome mounts: /run/user/1000/gvfs/smb-share:server=nas,share=groep."""
    for at, part in enumerate(path.parts[:-1]):
        if part in {"gvfs", ".gvfs"}:
            inside = path.parts[at + 1]
            if inside.startswith("google-drive"):
                return Synced("Google Drive", Why.SYNCED)
            told = dict(pair.partition("=")[::2] for pair in inside.partition(":")[2].split(","))
            return Synced(told.get("server") or told.get("host") or inside.partition(":")[0], Why.NETWORK)
    return None


def _by_marker(path: Path) -> Synced | None:
    """Files that a program which syncs leaves in the folder that it keeps."""
    for folder in (path, *path.parents):
        for marker, name in _MARKERS:
            try:
                if folder != Path.home() and (folder / marker).exists():
                    return Synced(name, Why.SYNCED)
            except OSError:
                return None
    return None


def _mounts(text: str) -> Iterator[tuple[str, str, str]]:
    for line in text.splitlines():
        parts = line.split()
        if len(parts) > 2:  # noqa: PLR2004
            yield parts[1].replace("\\040", " "), parts[0].replace("\\040", " "), parts[2]


def _server(source: str) -> str:
    """The nas of //nas/groep, of nas:/groep and of gebruiker@nas:/groep."""
    return source.lstrip("/").split("/")[0].split(":")[0].split("@")[-1]


def _inside(path: PurePath, root: PurePath) -> bool:
    return path == root or root in path.parents
