"""What administrators do with people: hand over a roster, and look at what one has left."""
