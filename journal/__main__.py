"""``reisgezel-cli``: the console twin of the window. Exit codes: 0 good, 1 journal or input at fault, 2 usage."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from journal import __version__, stories, text
from journal.cli import backup_commands
from journal.errors import JournalError
from journal.settings import Settings
from journal.text import tr

GOOD, AT_FAULT, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    text.use(Settings.read().language)
    given = parser().parse_args(arguments)
    if given.diagnose:
        from journal.cli import diagnose

        diagnose.run()
        return GOOD
    if given.run is None:
        parser().print_usage(sys.stderr)
        return USAGE
    from journal.cli.trouble import sentence

    try:
        code: int = given.run(given)
    except JournalError as error:
        print(sentence(error), file=sys.stderr)
        return AT_FAULT
    except KeyboardInterrupt:
        print(tr("Stopped. Nothing is lost."), file=sys.stderr)
        return AT_FAULT
    except BrokenPipeError:
        return AT_FAULT
    return code


def parser() -> argparse.ArgumentParser:
    """What can be asked."""
    made = argparse.ArgumentParser(
        prog="reisgezel-cli",
        description=tr("Reisgezel without a window: make a sample journal, check a journal, export from it."),
    )
    made.add_argument("--version", action="version", version=f"reisgezel {__version__}")
    made.add_argument("--diagnose", action="store_true", help=tr("versions and paths, no content"))
    made.set_defaults(run=None)
    commands = made.add_subparsers(title=tr("commands"), metavar="")

    sample = commands.add_parser("sample", help=tr("make the journal of an invented participant"))
    sample.add_argument("folder", type=Path, metavar="DIR")
    sample.add_argument(
        "--story",
        choices=stories.names(),
        default=stories.USUAL,
        metavar="NAME",
        help=tr("whose journal: {names}", names=", ".join(stories.names())),
    )
    _add_passphrase(sample)
    sample.set_defaults(run=_sample)

    check = commands.add_parser("check", help=tr("open a journal and look whether it is whole"))
    check.add_argument("journal", type=Path, metavar="JOURNAL")
    _add_passphrase(check)
    check.set_defaults(run=_check)

    export = commands.add_parser(
        "export", help=tr("write the prepared summary (.pdf) or the whole journal (.md, .json)")
    )
    export.add_argument("journal", type=Path, metavar="JOURNAL")
    export.add_argument("--to", type=Path, required=True, metavar="FILE", dest="target")
    _add_passphrase(export)
    export.set_defaults(run=_export)

    programme = commands.add_parser("programme", help=tr("check a programme file, or print the schema of such files"))
    programme.set_defaults(run=lambda _given: _usage(programme))
    asked = programme.add_subparsers(metavar="")
    one = asked.add_parser("check", help=tr("say what is in a programme file, or on which lines it is wrong"))
    one.add_argument("file", type=Path, metavar="FILE")
    one.set_defaults(run=_programme_check)
    asked.add_parser("schema", help=tr("print the JSON Schema of programme files")).set_defaults(run=_programme_schema)
    _add_method(commands)
    backup_commands.add(commands, _add_passphrase)
    _add_evaluation(commands)
    _add_moving(commands)
    return made


def _add_method(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    method = commands.add_parser("method", help=tr("check a method file, or print the schema of such files"))
    method.set_defaults(run=lambda _given: _usage(method))
    asked = method.add_subparsers(metavar="")
    one = asked.add_parser("check", help=tr("say what is in a method file, or on which lines it is wrong"))
    one.add_argument("file", type=Path, metavar="FILE")
    one.set_defaults(run=_method_check)
    asked.add_parser("schema", help=tr("print the JSON Schema of method files")).set_defaults(run=_method_schema)


def _add_evaluation(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    evaluation = commands.add_parser("evaluation", help=tr("make a picture of a group from evaluation files"))
    evaluation.set_defaults(run=lambda _given: _usage(evaluation))
    asked = evaluation.add_subparsers(metavar="")
    collect = asked.add_parser("collect", help=tr("write one PDF from the files of participants"))
    collect.add_argument("files", type=Path, metavar="FILE", nargs="+")
    collect.add_argument("--to", type=Path, required=True, metavar="FILE", dest="target")
    told = tr("the programme file of the edition, when it is not one that ships with Reisgezel")
    collect.add_argument("--programme", type=Path, metavar="FILE", help=told)
    told = tr("the id of the session; else the one that most files are about")
    collect.add_argument("--session", default="", metavar="ID", help=told)
    collect.set_defaults(run=_evaluation_collect)


def _add_moving(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    out = commands.add_parser("archive", help=tr("write the whole journal as one open archive (.zip), not locked"))
    out.add_argument("journal", type=Path, metavar="JOURNAL")
    out.add_argument("--to", type=Path, required=True, metavar="FILE", dest="target")
    out.set_defaults(run=lambda given: _moving().archive(given.journal, given.target, given.passphrase_file))
    back = commands.add_parser("open-archive", help=tr("make a journal of an open archive"))
    back.add_argument("file", type=Path, metavar="FILE")
    back.add_argument("--to", type=Path, required=True, metavar="DIR", dest="target")
    back.set_defaults(run=lambda given: _moving().open_it(given.file, given.target, given.passphrase_file))
    merge = commands.add_parser("merge", help=tr("bring a copy that went its own way into a journal"))
    merge.add_argument("journal", type=Path, metavar="JOURNAL")
    merge.add_argument("copy", type=Path, metavar="COPY")
    merge.set_defaults(run=lambda given: _moving().merge_it(given.journal, given.copy, given.passphrase_file))
    read = commands.add_parser(
        "read-in", help=tr("read in a diary of jrnl, RedNotebook, Day One, or text files, as free notes")
    )
    read.add_argument("journal", type=Path, metavar="JOURNAL")
    read.add_argument("source", type=Path, metavar="PATH")
    read.add_argument("--only-look", action="store_true", help=tr("only say how much is in it"))
    read.set_defaults(
        run=lambda given: _moving().read_in(
            given.journal, given.source, given.passphrase_file, only_look=given.only_look
        )
    )
    for each in (out, back, merge, read):
        _add_passphrase(each)


def _moving() -> Any:
    from journal.cli import moving

    return moving


def _add_passphrase(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=tr("read the passphrase from the first line of a file; else REISGEZEL_PASSPHRASE, else you are asked"),
    )


def _sample(given: argparse.Namespace) -> int:
    from journal.cli.sample import run

    return run(given.folder, given.passphrase_file, given.story)


def _check(given: argparse.Namespace) -> int:
    from journal.cli.check import run

    return run(given.journal, given.passphrase_file)


def _programme_check(given: argparse.Namespace) -> int:
    from journal.cli.programme import check

    return check(given.file)


def _evaluation_collect(given: argparse.Namespace) -> int:
    from journal.cli.evaluation import collect

    return collect(given.files, given.target, given.programme, given.session)


def _programme_schema(_given: argparse.Namespace) -> int:
    from journal.cli.programme import write_schema

    return write_schema()


def _method_check(given: argparse.Namespace) -> int:
    from journal.cli.method import check

    return check(given.file)


def _method_schema(_given: argparse.Namespace) -> int:
    from journal.cli.method import write_schema

    return write_schema()


def _usage(command: argparse.ArgumentParser) -> int:
    command.print_usage(sys.stderr)
    return USAGE


def _export(given: argparse.Namespace) -> int:
    from journal.cli.export import run

    return run(given.journal, given.target, given.passphrase_file)


if __name__ == "__main__":
    sys.exit(main())
