"""Phrases and templates for long texts, kept by each education provider in both languages.

A *phrase* is a sentence, a *template* the headings of a whole section; each belongs to one *place*: a section of the
plan, the minutes, the journal. Writers choose from the list of their own provider. Nothing is suggested by what has
been typed, and nothing of what is written about a pupil ever comes into the list (IND §9; rule 37).
"""
