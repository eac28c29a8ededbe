"""Drafts: unfinished text of one account, sealed, seen by nobody else, gone when the text is sent or thrown away."""
