"""The command line: the reader, and everything it does without a screen.

Exit status: 0 all done; 1 something could not be read, written or translated (each named in one
line on standard error, the rest still printed); 2 wrong usage; 130 interrupted; 141 nobody reads
the output any more.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the arguments in `argv` (those of the process when None)."""
    from tui.cli.output import complain, finish, prepare

    prepare()
    try:
        from tui.cli.arguments import parse

        run, options = parse(sys.argv[1:] if argv is None else argv)
        status = run(options)
        finish()
    except SystemExit as ending:
        if isinstance(ending.code, str):
            complain(ending.code.removeprefix("edicola: "))
            return 1
        return ending.code or 0
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        finish(abandoned=True)
        return 141
    except OSError as error:
        # Only standard output is written to without a guard of its own: a full disk.
        finish(abandoned=True)
        complain(f"standard output: {error.strerror or error}")
        return 1
    return status
