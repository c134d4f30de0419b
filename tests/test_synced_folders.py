"""A folder that others may read is known by its name, its surroundings, or what is mounted there."""

from pathlib import Path, PureWindowsPath

import pytest

from journal.synced_folders import Synced, System, Why, as_proc_mounts, kind_of

WINDOWS = System("win32", {})
MAC = System("darwin", {}, "//anna@nas.local/groep /Volumes/groep smbfs ro 0 0\n/dev/disk4 /Volumes/Stick apfs rw 0 0")
LINUX = System(
    "linux",
    {},
    "/dev/sda2 / ext4 rw 0 0\n//nas/groep /mnt/groep cifs rw 0 0\nserver:/home /net/home\\040all nfs4 rw 0 0\n"
    "drive: /home/anna/wolk fuse.rclone rw 0 0\n/dev/sdb1 /mnt/groep/lokaal ext4 rw 0 0\n",
)


def kind(path: str, system: System) -> Synced | None:
    return kind_of(Path(path), system)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("C:\\Users\\anna\\OneDrive\\Intervisie", "OneDrive"),
        ("C:\\Users\\anna\\OneDrive - Zorggroep Oost\\Documenten", "OneDrive - Zorggroep Oost"),
        ("C:\\Users\\anna\\Dropbox (Persoonlijk)", "Dropbox"),
        ("C:\\Users\\anna\\iCloudDrive\\a", "iCloud Drive"),
        ("G:\\Mijn Drive\\a", "Google Drive"),
        ("C:\\Users\\anna\\Nextcloud", "Nextcloud"),
        ("C:\\Users\\anna\\ownCloud\\x", "ownCloud"),
    ],
)
def test_a_synced_folder_on_windows_is_known_by_its_name(path, name):
    assert kind(path, WINDOWS) == Synced(name, Why.SYNCED)


@pytest.mark.parametrize(
    "path",
    [
        "C:\\Users\\anna\\Documents",
        "D:\\Stackels\\a",
        "C:\\Users\\anna\\onedriven\\a",
        "C:\\a\\b\\My Drive\\c",
        "\\\\?\\C:\\a",
    ],
)
def test_an_ordinary_folder_on_windows_is_not_told_of(path):
    assert kind(path, WINDOWS) is None


def test_a_folder_that_onedrive_says_is_its_own_is_synced_whatever_it_is_called():
    system = System("win32", {"OneDriveCommercial": "D:\\Werk"})
    assert kind("D:\\Werk\\Papieren", system) == Synced("OneDrive", Why.SYNCED)
    assert kind("D:\\Werkplaats", system) is None


@pytest.mark.parametrize("path", ["\\\\nas\\groep\\a", "\\\\?\\UNC\\nas\\groep\\a"])
def test_a_share_of_a_server_is_a_network_folder(path):
    assert kind_of(PureWindowsPath(path), WINDOWS) == Synced("nas", Why.NETWORK)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/a", Synced("iCloud Drive", Why.SYNCED)),
        ("/Users/anna/Library/Mobile Documents/andere/a", Synced("iCloud Drive", Why.SYNCED)),
        ("/Users/anna/Library/CloudStorage/OneDrive-Zorggroep/a", Synced("OneDrive", Why.SYNCED)),
        ("/Users/anna/Library/CloudStorage/Box-Box/a", Synced("Box", Why.SYNCED)),
        ("/Volumes/groep/a", Synced("nas.local", Why.NETWORK)),
        ("/Volumes/Stick/a", None),
        ("/Users/anna/Documents", None),
    ],
)
def test_folders_of_a_mac(path, expected):
    assert kind(path, MAC) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/mnt/groep/a", Synced("nas", Why.NETWORK)),
        ("/mnt/groep/lokaal/a", None),
        ("/net/home all/a", Synced("server", Why.NETWORK)),
        ("/home/anna/wolk/a", Synced("rclone", Why.SYNCED)),
        ("/run/user/1000/gvfs/smb-share:server=nas,share=groep/a", Synced("nas", Why.NETWORK)),
        ("/run/user/1000/gvfs/google-drive:host=gmail.com,user=anna/a", Synced("Google Drive", Why.SYNCED)),
        ("/home/anna/Documenten", None),
    ],
)
def test_folders_of_linux(path, expected):
    assert kind(path, LINUX) == expected


def test_what_a_mac_tells_of_its_volumes_is_understood():
    told = "//anna@nas/groep on /Volumes/Groep Oost (smbfs, nodev, nosuid)\n/dev/disk3 on / (apfs, local)\nonzin\n"
    system = System("darwin", {}, as_proc_mounts(told))
    assert kind("/Volumes/Groep Oost/a", system) == Synced("nas", Why.NETWORK)


def test_a_folder_is_known_by_what_its_program_left_in_it(tmp_path):
    (tmp_path / ".dropbox").mkdir()
    assert kind_of(tmp_path / "a" / "b", System("linux", {})) == Synced("Dropbox", Why.SYNCED)


def test_this_machine_can_be_asked(tmp_path):
    assert kind_of(tmp_path) is None
