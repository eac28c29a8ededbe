"""What may be typed, and what is said when it is wrong."""
