"""What is done with a request for a copy."""
