"""One refusal as it is raised, and as pages tell it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """`said` is the sentence as it is raised; `en` differs only where it speaks to programs."""

    said: str
    es: str
    en: str = ""

    def spoken(self, language: str) -> str:
        """Return it in `language`, which is one of LANGUAGES."""
        return self.es if language == "es" else self.en or self.said
