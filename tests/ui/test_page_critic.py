"""The critic sees each fault it is there for, and leaves a good page in peace."""

import pytest

from tests.page_critic import BadPageError, criticise
from tests.page_tree import MalformedPageError, read_page

HEADERS = {"Content-Security-Policy": "default-src 'none'", "Cache-Control": "no-store"}
GOOD = (
    '<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Otsikko</title></head><body><main id="main">'
    '<h1>Otsikko</h1><form method="post"><input type="hidden" name="csrf_token" value="x">{}</form></main>'
    "</body></html>"
)


def test_a_good_page_is_left_in_peace() -> None:
    field = '<label for="a">Nimi</label><p id="a-hint">Koko nimi</p><input id="a" name="a" aria-describedby="a-hint">'
    assert criticise(GOOD.format(field), HEADERS, canaries=["hetu"], names=["Aada"]).first("h1") is not None


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ("<h1>Toinen</h1>", "2 h1 headings"),
        ("<main></main>", "2 main parts"),
        ('<p id="x"></p><p id="x"></p>', "id 'x' is there 2 times"),
        ('<p id=""></p>', "id '' is there"),
        ('<input name="a">', "has no label"),
        ('<textarea name="a"></textarea>', "has no label"),
        ('<select name="a"></select>', "has no label"),
        ('<label for="a"></label><input id="a" name="a">', "has no label"),
        ('<label for="gone">Nimi</label>', "belongs to no control"),
        ('<p aria-describedby="gone">x</p>', "leads nowhere"),
        ('<div class="error-summary"><a href="#gone">Virhe</a></div>', "leads to no field"),
        ('<img src="/x.png">', "has no alt"),
        ("<svg></svg>", "neither hidden nor named"),
        ('<p style="color:red">x</p>', "styled inline"),
        ("<style>p{}</style>", "styled inline"),
        ("<script>go()</script>", "script stands in the page"),
        ('<p onclick="go()">x</p>', "inline onclick"),
        ('<a href="javascript:go()">x</a>', "runs a script"),
        ('<a href="/x"><svg aria-hidden="true"></svg></a>', "has no words"),
        ("<button></button>", "has no words"),
        ("<fieldset></fieldset>", "no legend"),
        ('<label for="r">x</label><input type="radio" id="r" name="r">', "stands in no group"),
        ('<form method="get"></form>', "a form stands in a form"),
        ("<p>salainen kanarialintu</p>", "'kanarialintu', which must not be seen"),
    ],
)
def test_each_fault_is_seen(markup: str, fault: str) -> None:
    with pytest.raises(BadPageError, match=fault):
        criticise(GOOD.format(markup), HEADERS, canaries=["kanarialintu"])


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        (' lang="fi"', "", "no language"),
        ("<title>Otsikko</title>", "", "no title"),
        ("<title>Otsikko</title>", "<title> </title>", "no title"),
        ("<title>Otsikko</title>", "<title>Aada M.</title>", "names 'Aada'"),
        ('name="csrf_token"', 'name="x"', "no CSRF token"),
    ],
)
def test_each_fault_of_the_whole_page_is_seen(before: str, after: str, fault: str) -> None:
    with pytest.raises(BadPageError, match=fault):
        criticise(GOOD.format("").replace(before, after), HEADERS, names=["Aada"])


@pytest.mark.parametrize(
    ("headers", "fault"),
    [
        ({"Cache-Control": "no-store"}, "no Content-Security-Policy"),
        ({**HEADERS, "Content-Security-Policy": "script-src 'unsafe-inline'"}, "unsafe"),
        ({**HEADERS, "Cache-Control": "public, max-age=60"}, "no-store"),
    ],
)
def test_missing_protection_is_seen(headers: dict[str, str], fault: str) -> None:
    with pytest.raises(BadPageError, match=fault):
        criticise(GOOD.format(""), headers)


@pytest.mark.parametrize("html", ["<p><b></p></b>", "<div>", "</div>", '<p id="a" id="b"></p>', "<ul><li>a<li>b</ul>"])
def test_what_a_browser_would_repair_in_silence_is_an_error(html: str) -> None:
    with pytest.raises(MalformedPageError):
        read_page(html)


@pytest.mark.parametrize(
    ("html", "line"), [("<p>\n<b>\n</p>", 3), ("<p a=1 a=2>", 1), ("<p>\n\n<b>", 3), ("\n<i\nb=1 b=2>", 2)]
)
def test_a_malformed_page_says_in_which_line(html: str, line: int) -> None:
    with pytest.raises(MalformedPageError, match=rf"\(line {line}\)$"):
        read_page(html)


def test_the_tree_keeps_order_text_and_neighbourhood() -> None:
    page = read_page('<ul class="a b"><li>one <b>two</b></li><li>three<br>four</li></ul>')
    assert [node.text for node in page.all("li")] == ["one two", "three four"]
    bold = page.first("b")
    assert bold is not None
    assert [node.tag for node in bold.around()] == ["li", "ul", "#page"]
    assert page.all("ul")[0].words == ["a", "b"]
