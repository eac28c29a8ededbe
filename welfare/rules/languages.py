"""In which of its two languages a text is given: what homes and schools are told stands in one of them or in both."""


def in_language(finnish: str, swedish: str, language: str) -> str:
    """Give the text in the reader's language, or in the other where it stands in one alone; English reads Finnish."""
    return (swedish or finnish) if language == "sv" else (finnish or swedish)
