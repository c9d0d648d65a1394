"""Why a file stays outside."""


class UnfitError(ValueError):
    """The file cannot be taken: a sentence says why, another what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        self.message = message
        self.remedy = remedy
        super().__init__(f"{message} {remedy}".strip())
