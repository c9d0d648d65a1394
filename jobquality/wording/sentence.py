"""One sentence in every language that we speak."""

from dataclasses import dataclass

LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; `{name}` stands for a value, the same ones in each language."""

    en: str
    es: str

    def spoken(self, language: str) -> str:
        """Return the sentence in `language`, which is one of LANGUAGES."""
        return {"en": self.en, "es": self.es}[language]
