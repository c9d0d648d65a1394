"""Options that several commands have, said once."""

import click

ON = click.option(
    "--on", metavar="DATE", help="Score for this day where a row names none. Today if left out."
)
PARAMETERS = click.option(
    "--parameters",
    "parameter_files",
    multiple=True,
    metavar="FILE",
    help="Your own dated figures, such as a living wage. May be given more than once.",
)
