"""The verbs of the meetings room."""
