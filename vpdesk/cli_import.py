"""The command that takes an old book in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vpdesk.domain.importing import Report
    from vpdesk.services.desk import Desk

_FAULTY = 1


def add_import(add: Callable[..., Any], common: argparse.ArgumentParser) -> None:
    """Let a command line understand `import-register`."""
    parser = add("import-register", parents=[common], help="take an old register in; tried only, without --apply")
    parser.add_argument(
        "file", type=Path, metavar="FILE.xlsx|.csv|FOLDER", help="an old book; or papers to put to their lines"
    )
    parser.add_argument("--book", choices=("outgoing", "incoming"), help="which register; by its columns if left out")
    parser.add_argument("--apply", action="store_true", help="take the lines in, all of them or none")


def import_register(arguments: argparse.Namespace, desk: Desk) -> int:
    """Try an import, or do it; 1 where lines could not be read."""
    from vpdesk.cli_seat import sit_down
    from vpdesk.domain.register import BookKind
    from vpdesk.services import entrance, importing

    sit_down(desk, arguments.login)
    try:
        if arguments.file.is_dir():
            return _put_papers(arguments, desk)
        book = BookKind(arguments.book) if arguments.book else None
        proposal = importing.look(desk, arguments.file, book)[0]
        report = importing.dry_run(desk, arguments.file, proposal.plan)
        if arguments.apply:
            importing.apply(desk, arguments.file, report)
    finally:
        entrance.sign_out(desk)
        desk.close()
    _print(proposal.name, report, applied=arguments.apply)
    return _FAULTY if report.counts.unreadable else 0


def _put_papers(arguments: argparse.Namespace, desk: Desk) -> int:
    """Put the papers of a folder to their lines; 1 where some belong to none, or to several."""
    from vpdesk.domain.import_files import FileVerdict
    from vpdesk.services import import_files
    from vpdesk.words.importing import file_verdict_name

    matches = import_files.match_folder(desk, arguments.file)
    if arguments.apply:
        matches = import_files.attach_matched(desk, matches)
    for one in matches:
        references = ", ".join(candidate.reference for candidate in one.candidates)
        print(f"{one.path.relative_to(arguments.file)}: {file_verdict_name(one.verdict)} {references}".rstrip())
    fine = (FileVerdict.MATCHED, FileVerdict.ATTACHED)
    return 0 if all(one.verdict in fine for one in matches) else _FAULTY


def _print(sheet: str, report: Report, *, applied: bool) -> None:
    """The counts on standard output, what is to be looked at on standard error."""
    from vpdesk.words.importing import book_name, counts_lines, gap_words, judged_words, tried_words, verdict_name

    print(f"{book_name(report.plan.book)} · {sheet}")
    for line in counts_lines(report.counts):
        print(f"  {line}")
    print(tried_words(applied=applied))
    for gap in report.gaps:
        print(gap_words(gap), file=sys.stderr)
    for one in report.to_look_at:
        print(f"{one.line}: {verdict_name(one.verdict)}: {judged_words(one)}", file=sys.stderr)
