"""The law book: pure functions over plain values, each citing the section it obeys. Standard library only."""
