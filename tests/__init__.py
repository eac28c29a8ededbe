"""The suite: sentences about the product, told against real databases and a real browser."""
