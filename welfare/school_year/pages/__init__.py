"""What the templates of the school year are given."""
