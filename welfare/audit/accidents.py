"""What a log may tell of an accident: where it happened and of what kind, never the words at hand."""

from traceback import format_tb


def trace_of(error: BaseException) -> str:
    """The way to an error and to what caused it, without their messages: those quote values, maybe just opened."""
    found: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in found:
        found.append(link)
        link = link.__cause__ or link.__context__
    traces = ("".join([*format_tb(each.__traceback__), type(each).__name__]) for each in reversed(found))
    return "\nthen\n".join(traces)
