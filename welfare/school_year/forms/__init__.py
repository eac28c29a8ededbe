"""Forms of the school year."""
