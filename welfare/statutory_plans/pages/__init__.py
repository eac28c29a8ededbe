"""What the templates of statutory plans are given."""
