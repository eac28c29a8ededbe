"""The top of the house: puts the rooms together into one application, with its errors, headers and command line."""
