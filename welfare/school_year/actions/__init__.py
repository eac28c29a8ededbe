"""The verbs of the school year."""
