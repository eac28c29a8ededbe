"""Texts that communal work begins with, in the languages they are kept in; whoever uses them may change them."""
