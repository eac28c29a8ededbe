"""What the landing pages and the search are handed."""
