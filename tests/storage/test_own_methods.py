"""Methods of a group's own: kept in the journal, never lost to a preparation that leans on them."""

import datetime as dt

import pytest

from journal.domain.changes import Change, changed_by
from journal.errors import MethodInUse
from journal.storage import copies, database, own_methods, preparations
from tests.conftest import PASSPHRASE
from tests.storage.intervisie_story import tell

SOURCE = 'id = "walk"\n'


def test_a_method_is_kept_and_opens_elsewhere_with_the_journal(journal, tmp_path):
    journal.do(own_methods.keep, "walk", SOURCE)
    copies.write_copy(journal, tmp_path / "copy.reisgezel")
    copies.open_copy(tmp_path / "copy.reisgezel", tmp_path / "elsewhere")
    there = database.unlock(tmp_path / "elsewhere", PASSPHRASE)
    assert there.read(own_methods.sources) == (SOURCE,)
    there.close()


def test_a_newer_file_takes_the_place_of_the_earlier_one(journal):
    journal.do(own_methods.keep, "walk", SOURCE)
    journal.do(own_methods.keep, "walk", SOURCE + "# better\n")
    assert journal.read(own_methods.sources) == (SOURCE + "# better\n",)


def test_a_method_that_no_preparation_uses_goes_when_asked(journal):
    journal.do(own_methods.keep, "walk", SOURCE)
    journal.do(own_methods.remove, "walk")
    journal.do(own_methods.remove, "never-was")
    assert journal.read(own_methods.sources) == ()
    assert changed_by(own_methods.remove) is changed_by(own_methods.keep) is Change.METHODS


def test_a_method_that_a_preparation_uses_stays(journal):
    story = tell(journal)
    journal.do(own_methods.keep, "walk", SOURCE)
    journal.do(preparations.prepare, story.journey_id, on=dt.date(2026, 12, 1), method_id="walk")
    with pytest.raises(MethodInUse):
        journal.do(own_methods.remove, "walk")
    journal.do(preparations.prepare, story.journey_id, on=dt.date(2027, 1, 5), method_id="gossip")
    assert journal.read(own_methods.is_used, "walk"), "an earlier preparation still leans on it"
    assert journal.read(own_methods.sources) == (SOURCE,)
