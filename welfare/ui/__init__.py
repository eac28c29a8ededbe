"""House service: how pages look, speak and take in text.

Holds the base of every form, the fields that draw themselves, the reader's language and its formats, paging, small
pictures of numbers and the data classes that the shared templates are given. It knows no room and no person.

Words: a *field* is one question of a form; an *option* is one answer to choose; *chrome* is what stands around a page
(navigation, account, languages, footer); a *place* is an address, a home municipality or a contact, which may be hidden
for safety.
"""
