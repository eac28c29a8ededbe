"""Ways out of the house: a mail server, or a folder for trying out."""
