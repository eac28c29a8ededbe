"""Reads of the requests room: one request and its facts, whose it may be to see, the queue, and one's own."""
