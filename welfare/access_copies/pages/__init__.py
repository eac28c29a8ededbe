"""What the pages of access copies are given, and where their words are opened."""
