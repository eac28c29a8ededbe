"""What the pages of rectifications are given, and where their words are opened."""
