"""The database floor: one declarative base, data classes on every column, and the guard at the cursor."""
