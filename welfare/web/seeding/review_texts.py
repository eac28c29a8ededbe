"""Comments with which invented principals have signed reviews, in both languages, by how many school years ago."""

from collections.abc import Mapping

Both = tuple[str, str]

COMMENTS: Mapping[int, Both] = {
    2: (
        "Toimintatavat löytyivät. Ensi vuonna seurannalle on aika lukujärjestyksessä.",
        "Arbetssätten är på plats. Nästa år finns det tid för uppföljning i läsordningen.",
    ),
    1: (
        "Kiusaamistyö kantaa. Poissaoloissa aloitamme luokanvalvojista heti elokuussa.",
        "Arbetet mot mobbning bär. Med frånvaron börjar vi hos klassföreståndarna genast i augusti.",
    ),
}
"""Signed at the end of the school year."""
HEADINGS: Both = ("Vuoden arviointi", "Utvärdering av året")
GOALS: Both = ("Tavoitteet", "Mål")
COLUMNS: tuple[Both, Both] = (("Tavoite", "Mål"), ("Tähtäsimme tähän", "Vi siktade på"))
