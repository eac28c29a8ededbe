"""Documents: papers of a few kinds of block, made into tagged PDF files (PDF/UA-1) by typst.

A room says what stands on its *paper*, in words already in the reader's language; the layout knows no words of its own.
The same paper always gives the same bytes. Whether somebody may have it, and what the log says of it, is the room's.
"""
