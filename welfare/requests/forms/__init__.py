"""What may be typed in the requests room, and what is said when it is wrong."""
