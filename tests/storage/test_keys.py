"""The passphrase, the key file and the recovery code."""

import json
import secrets
from pathlib import Path

import pytest
from argon2.exceptions import HashingError
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.errors import CannotRead, CannotWrite, DamagedKeyFile, NewerJournal, WrongPassphrase, WrongRecoveryCode
from journal.storage import key_file, keys
from tests.conftest import CHEAP, PASSPHRASE, ROOT


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "journal.key"
    key_file.wrap(path, ROOT, PASSPHRASE, CHEAP)
    return path


def change(path: Path, **fields: object) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def test_a_recovery_code_has_eight_groups_of_five_clear_signs():
    groups = keys.recovery_code(keys.new_root()).split("-")
    assert [len(group) for group in groups] == [5] * 8
    assert not set("".join(groups)) & set("ILOU")


@given(st.binary(min_size=20, max_size=20))
def test_a_recovery_code_leads_back_to_its_root(root: bytes):
    assert keys.root_of(keys.recovery_code(root)) == root


@given(st.binary(min_size=20, max_size=20), st.integers(0, 2**32))
def test_a_code_may_be_typed_as_people_type(root: bytes, choice: int):
    typed = keys.recovery_code(root).lower().replace("-", " " if choice % 2 else "")
    typed = typed.replace("0", "o").replace("1", "l" if choice % 3 else "I")
    assert keys.root_of(f"  {typed[:23]}\n{typed[23:]} ") == root


@given(st.integers(0, 39), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_sign_in_a_code_is_noticed(place: int, sign: str):
    code = list(keys.recovery_code(ROOT).replace("-", ""))
    if code[place] == sign:
        return
    code[place] = sign
    with pytest.raises(WrongRecoveryCode) as trouble:
        keys.root_of("".join(code))
    assert trouble.value.mistyped


@pytest.mark.parametrize("code", ["", "ABCDE", "U" * 40, "é" * 40, keys.recovery_code(ROOT) + "0", "٠" * 40])
def test_what_is_no_code_is_called_mistyped(code: str):
    with pytest.raises(WrongRecoveryCode) as trouble:
        keys.root_of(code)
    assert trouble.value.mistyped


def test_the_passphrase_gives_the_root(file: Path):
    assert key_file.read(file).root(PASSPHRASE) == ROOT


def test_a_passphrase_is_the_same_however_the_keyboard_composes_it(file: Path):
    key_file.wrap(file, ROOT, "cafe\u0301 \ufb01n", CHEAP)
    assert key_file.read(file).root("caf\u00e9 fin") == ROOT


@pytest.mark.parametrize("wrong", ["", "Een zin die alleen ik ken", PASSPHRASE + " ", "\ud800", "x" * 100_000])
def test_another_passphrase_is_wrong(file: Path, wrong: str):
    with pytest.raises(WrongPassphrase):
        key_file.read(file).root(wrong)


def test_neither_root_nor_passphrase_stands_in_the_key_file(file: Path):
    data = file.read_bytes()
    assert ROOT.hex().encode() not in data
    assert PASSPHRASE.encode() not in data
    assert keys.database_key(ROOT).hex().encode() not in data


def test_the_same_passphrase_never_gives_the_same_file(file: Path):
    before = file.read_bytes()
    key_file.wrap(file, ROOT, PASSPHRASE, CHEAP)
    assert file.read_bytes() != before
    assert list(file.parent.iterdir()) == [file]


def test_every_changed_bit_of_the_key_file_is_noticed_and_not_called_a_wrong_passphrase(file: Path):
    whole = file.read_bytes()
    for place in range(0, len(whole) * 8, 7):
        data = bytearray(whole)
        data[place // 8] ^= 1 << place % 8
        with pytest.raises((DamagedKeyFile, NewerJournal)):
            key_file.parse(bytes(data), file)


@settings(max_examples=200)
@given(
    st.one_of(st.binary(), st.text().map(str.encode), st.recursive(st.none(), st.lists).map(json.dumps).map(str.encode))
)
def test_anything_else_is_a_damaged_key_file(data: bytes):
    with pytest.raises(DamagedKeyFile):
        key_file.parse(data, Path("journal.key"))


@pytest.mark.parametrize(
    "fields",
    [{"memory_kib": 2**31}, {"rounds": 10_000}, {"lanes": 0}, {"memory_kib": 1}, {"salt": ""}, {"kdf": "none"}],
)
def test_a_key_file_cannot_ask_for_hours_or_all_memory(file: Path, fields: dict[str, object]):
    change(file, **fields)
    with pytest.raises(DamagedKeyFile):
        key_file.read(file)


def test_a_key_file_of_a_newer_make_says_so(file: Path):
    change(file, format=2)
    with pytest.raises(NewerJournal):
        key_file.read(file)


def test_a_lost_key_file_is_a_damaged_one(tmp_path: Path):
    with pytest.raises(DamagedKeyFile):
        key_file.read(tmp_path / "journal.key")
    (tmp_path / "journal.key").mkdir()
    with pytest.raises(CannotRead):
        key_file.read(tmp_path / "journal.key")


def test_a_key_file_that_cannot_be_written_leaves_the_old_one(file: Path):
    with pytest.raises(CannotWrite):
        key_file.wrap(file.parent / "gone" / "journal.key", ROOT, PASSPHRASE, CHEAP)
    assert key_file.read(file).root(PASSPHRASE) == ROOT


def test_too_little_memory_for_a_passphrase_is_told(file: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_args: object, **_kwargs: object) -> bytes:
        raise HashingError("Memory allocation error")

    monkeypatch.setattr(keys, "hash_secret_raw", refuse)
    with pytest.raises(CannotRead):
        key_file.read(file).root(PASSPHRASE)
    with pytest.raises(CannotWrite):
        key_file.wrap(file, ROOT, PASSPHRASE, CHEAP)


def test_roots_are_random_and_the_usual_cost_is_within_bounds():
    assert len({keys.new_root() for _ in range(100)}) == 100
    assert len(keys.new_root()) == 20
    assert keys.Cost(3, 64 * 1024, 4) == keys.USUAL_COST
    assert keys.USUAL_COST.within_bounds()
    assert keys.fingerprint(secrets.token_bytes(20)) != keys.fingerprint(ROOT)
